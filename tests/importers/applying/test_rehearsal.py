import inspect
from pathlib import Path
from typing import Any

import pytest

from importers.applying.rehearsal import Rehearsal
from importers.applying.writer import Writer
from tests.importers.importing import blogger_export, comment, post, run, write
from tests.importers.state import rows
from tests.pages import Newsroom

READS_ONLY = {"has_body", "parents"}


def test_whatever_a_writer_writes_a_rehearsal_leaves_alone() -> None:
    acts = {
        name
        for name, _function in inspect.getmembers(Writer, inspect.isfunction)
        if not name.startswith("_")
    }
    assert acts - READS_ONLY <= set(vars(Rehearsal))


@pytest.mark.parametrize(
    "second",
    [
        [post(101, "New"), comment(301, on=101, body="New."), comment(302, on=9, body="New.")],
        [post(101, "Old"), post(9, "Came"), comment(303, on=101, answers=301, removed=True)],
        [post(101, "Old", path="/other.html"), post(102, "Draft", is_draft=True, labels=["a"])],
    ],
)
def test_a_rehearsal_of_a_changed_export_reports_what_the_run_does(
    newsroom: Newsroom, tmp_path: Path, second: list[str]
) -> None:
    first = [post(101, "Old"), comment(301, on=101), comment(302, on=9)]
    run(write(tmp_path, blogger_export(*first)))
    before = rows()
    path = write(tmp_path, blogger_export(*second))
    rehearsal: dict[str, Any] = run(path, is_rehearsal=True)
    assert rows() == before
    assert rehearsal | {"dry_run": False} == run(path)
