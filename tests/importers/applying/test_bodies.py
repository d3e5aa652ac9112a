from pathlib import Path
from typing import Any

import pytest

from tests.importers.importing import blogger_export, comment, post, run, write
from tests.pages import Newsroom


@pytest.fixture
def folder(newsroom: Newsroom, tmp_path: Path) -> Path:
    return tmp_path


def lists(folder: Path, *entries: str) -> dict[str, Any]:
    return run(write(folder, blogger_export(*entries)))["lists"]


def test_removed_elements_are_counted_by_post(folder: Path) -> None:
    told = lists(folder, post(101, "", "<script>a</script><script>b</script><font>c</font>"))
    assert told["removed_html"] == ["post 101: <font> 1 times", "post 101: <script> 2 times"]


def test_a_title_that_was_cut_is_reported(folder: Path) -> None:
    assert lists(folder, post(101, "x" * 300))["titles_cut"] == ["post 101"]
    assert "titles_cut" not in lists(folder, post(102, "x" * 255))


def test_comments_that_the_export_leaves_out_are_reported(folder: Path) -> None:
    says = "<thr:total>{}</thr:total>"
    told = lists(
        folder,
        post(101, extra=says.format(3)),
        comment(301, on=101),
        post(102, extra=says.format(0)),
        post(103),
    )
    assert told["comment_totals"] == ["post 101: says 3, 1 in the file"]


def test_posts_that_say_nothing_about_comments_are_reported(folder: Path) -> None:
    assert lists(folder, post(101))["comments_open_by_default"] == ["post 101"]
