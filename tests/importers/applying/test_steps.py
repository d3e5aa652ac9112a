from pathlib import Path

import pytest

from importers.applying import STEPS
from importers.applying.writer import Writer
from importers.models import ImportRecord, RecordState
from tests.importers.importing import blogger_export, figures, post, run, write
from tests.pages import Newsroom


def test_the_steps_come_in_the_order_in_which_they_need_each_other() -> None:
    assert [step.__name__ for step in STEPS] == [
        "make_names",
        "place_items",
        "fill_items",
        "bring_comments",
        "hang_replies",
        "open_addresses",
        "mark_deleted",
    ]


def test_a_page_that_was_placed_and_never_filled_is_filled_by_the_next_run(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, blogger_export(post(1)))

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "fill", killed)
        with pytest.raises(KeyboardInterrupt):
            run(path)
    # The tests' transaction holds the batch that a real database would have rolled back.
    assert ImportRecord.objects.get(kind="post").state == RecordState.PLACED
    assert figures(run(path), "created") == {"post": 1, "redirect": 1}
    assert ImportRecord.objects.get(kind="post").state == RecordState.TAKEN


def test_an_address_of_a_post_that_failed_is_left_out(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object) -> None:
        raise ValueError

    monkeypatch.setattr(Writer, "place", refused)
    report = run(write(tmp_path, blogger_export(post(1))))
    assert report["kinds"]["redirect"]["skipped"] == 1
    assert report["lists"]["redirects_left_out"] == ["/2012/01/post-1.html"]
