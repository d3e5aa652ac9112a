from pathlib import Path
from typing import Any

import pytest

from comments.models import Comment
from tests.importers.importing import blogger_export, comment, post, run, write
from tests.pages import Newsroom


@pytest.fixture
def folder(newsroom: Newsroom, tmp_path: Path) -> Path:
    return tmp_path


def bring(folder: Path, *entries: str) -> dict[str, Any]:
    return run(write(folder, blogger_export(*entries)))


def parents() -> dict[str, str]:
    return {
        made.legacy_anchor: made.parent.legacy_anchor if made.parent else ""
        for made in Comment.objects.all()
    }


def test_a_reply_hangs_below_what_it_answers_wherever_it_stands_in_the_file(folder: Path) -> None:
    report = bring(folder, comment(2, on=9, answers=1), post(9), comment(1, on=9))
    assert parents() == {"c1": "", "c2": "c1"}
    assert report["replies"] == 1


def test_a_reply_to_a_tombstone_keeps_its_place(folder: Path) -> None:
    bring(folder, post(9), comment(1, on=9, removed=True), comment(2, on=9, answers=1))
    assert parents()["c2"] == "c1"


def test_a_reply_without_its_parent_stands_at_the_top(folder: Path) -> None:
    report = bring(folder, post(9), comment(2, on=9, answers=7))
    assert parents() == {"c2": ""}
    assert report["missing_parents"] == ["comment 2 answers 7"]
    assert report["replies"] == 0


def test_a_reply_to_a_comment_on_another_post_stands_at_the_top(folder: Path) -> None:
    report = bring(folder, post(8), post(9), comment(1, on=8), comment(2, on=9, answers=1))
    assert parents() == {"c1": "", "c2": ""}
    assert report["missing_parents"] == ["comment 2 answers 1"]


def test_comments_that_answer_each_other_in_a_ring_stand_at_the_top(folder: Path) -> None:
    ring = [comment(1, on=9, answers=3), comment(2, on=9, answers=1), comment(3, on=9, answers=2)]
    report = bring(folder, post(9), *ring, comment(4, on=9, answers=4), comment(5, on=9, answers=1))
    assert parents() == {"c1": "", "c2": "", "c3": "", "c4": "", "c5": "c1"}
    assert len(report["missing_parents"]) == 4


def test_a_reply_of_a_later_export_finds_its_parent(folder: Path) -> None:
    bring(folder, post(9), comment(1, on=9))
    report = bring(folder, comment(2, on=9, answers=1))
    assert parents()["c2"] == "c1"
    assert report["missing_parents"] == []


def test_a_parent_that_comes_later_takes_its_replies(folder: Path) -> None:
    bring(folder, post(9), comment(2, on=9, answers=1))
    bring(folder, post(9), comment(1, on=9), comment(2, on=9, answers=1))
    assert parents() == {"c1": "", "c2": "c1"}


def test_a_comment_without_a_post_misses_no_parent(folder: Path) -> None:
    report = bring(folder, comment(2, on=7, answers=1))
    assert report["unattached"] == ["comment 2 on 7"]
    assert report["missing_parents"] == []


def test_a_later_export_cannot_turn_a_thread_into_a_ring(folder: Path) -> None:
    bring(folder, post(9), comment(1, on=9), comment(2, on=9, answers=1))
    report = bring(folder, post(9), comment(1, on=9, answers=2), comment(2, on=9))
    assert parents() == {"c1": "", "c2": "c1"}
    assert len(report["missing_parents"]) == 1
