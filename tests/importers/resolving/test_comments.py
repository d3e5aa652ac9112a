from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comments import moderation
from comments.archive import CommentStatus, RemovedBy
from comments.models import Comment
from importers.models import ImportRecord, RecordState
from tests.comments.factories import make_ruling, make_user
from tests.importers.importing import blogger_export, comment, figures, post, run, write
from tests.pages import Newsroom

TOMBSTONE = "This comment has been removed by a blog administrator."


@pytest.fixture
def bring(newsroom: Newsroom, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    return lambda *entries: run(write(tmp_path, blogger_export(*entries)))


Bring = Callable[..., dict[str, Any]]


def test_a_comment_without_a_post_waits_and_is_attached_when_the_post_comes(bring: Bring) -> None:
    report = bring(comment(301, on=101, body="I waited."))
    assert report["unattached"] == ["comment 301 on 101"]
    assert not Comment.objects.exists()
    kept = ImportRecord.objects.get(kind="comment")
    assert kept.state == RecordState.UNATTACHED
    assert kept.kept is not None
    report = bring(comment(301, on=101, body="I waited."), post(101))
    assert report["unattached"] == []
    assert figures(report, "updated") == {"comment": 1}
    assert Comment.objects.get().body == "I waited."
    kept.refresh_from_db()
    assert (kept.state, kept.kept) == (RecordState.TAKEN, None)


def test_a_waiting_comment_that_did_not_change_is_left_alone(bring: Bring) -> None:
    bring(comment(301, on=101))
    assert figures(bring(comment(301, on=101)), "unchanged") == {"comment": 1}
    assert figures(bring(comment(301, on=101, body="New.")), "updated") == {"comment": 1}


def test_a_comment_of_a_later_export_finds_the_post_of_an_earlier_one(bring: Bring) -> None:
    bring(post(101))
    assert bring(comment(301, on=101))["unattached"] == []
    assert Comment.objects.count() == 1


def test_a_comment_on_a_page_names_it_as_if_it_were_a_post(bring: Bring) -> None:
    report = bring(post(201, "About", kind="page"), comment(301, on=201))
    assert Comment.objects.get().page.title == "About"
    assert report["staged"]["comments_on_pages"] == 1


def test_a_removed_comment_never_comes_back_by_itself(bring: Bring) -> None:
    bring(post(101), comment(301, on=101, body=TOMBSTONE, removed=True, author=("shahrukh", "")))
    report = bring(post(101), comment(301, on=101, body="Buy now!", author=("", "")))
    tombstone = Comment.objects.get()
    assert (tombstone.status, tombstone.removed_by, tombstone.author_name, tombstone.body) == (
        CommentStatus.REMOVED,
        RemovedBy.ADMINISTRATOR,
        "shahrukh",
        "",
    )
    assert report["lists"]["kept"] == ["comment 301: a tombstone here, kept"]


def test_a_tombstone_never_loses_its_exactness(bring: Bring) -> None:
    bring(post(101), comment(301, on=101, body=TOMBSTONE, removed=True))
    bring(post(101), comment(301, on=101, body="Nobody knows.", removed=True, author=("", "")))
    tombstone = Comment.objects.get()
    assert (tombstone.removed_by, tombstone.author_name) == (RemovedBy.ADMINISTRATOR, "Ana")


def test_what_a_moderator_decided_here_stays(bring: Bring) -> None:
    bring(post(101), comment(301, on=101))
    made = Comment.objects.get()
    moderation.mark_spam(made.pk, make_ruling(made, make_user()))
    report = bring(post(101), comment(301, on=101, body="New words."))
    made.refresh_from_db()
    assert (made.status, made.body) == (CommentStatus.SPAM, "Well said.")
    assert report["lists"]["kept"] == ["comment 301: decided here since the last import, kept"]


def test_a_removal_in_the_old_blog_is_for_a_moderator_to_follow(bring: Bring) -> None:
    bring(post(101), comment(301, on=101))
    report = bring(post(101), comment(301, on=101, body=TOMBSTONE, removed=True))
    assert Comment.objects.get().status == CommentStatus.PUBLISHED
    assert figures(report, "skipped") == {"comment": 1}
    assert "decide here" in report["lists"]["kept"][0]


def test_a_comment_deleted_here_does_not_come_back(bring: Bring) -> None:
    bring(post(101), comment(301, on=101))
    Comment.objects.all().delete()
    assert figures(bring(post(101), comment(301, on=101)), "skipped") == {"comment": 1}
    assert not Comment.objects.exists()


def test_new_comments_on_a_post_deleted_here_stay_in_the_ledger(bring: Bring) -> None:
    bring(post(101))
    ImportRecord.objects.filter(kind="post").update(target_id=0)
    assert bring(post(101), comment(301, on=101))["unattached"] == ["comment 301 on 101"]
