from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from comments.models import CommentVersion, VersionState
from comments.wordings import NewWords, give_up_waiting, keep_version, propose, put_words
from tests.comments.factories import SAID_AT, make_comment

LATER = SAID_AT + timedelta(minutes=5)


def words(body="Other words"):
    return NewWords(
        body=body, body_html=f"<p>{body}</p>", pipeline_version=1, evidence=[],
        score=1.5, verdict="hold", filter_version=3,
    )  # fmt: skip


def test_other_words_take_the_place_of_the_earlier_ones(post):
    comment = make_comment(post)
    put_words(comment, words(), at=LATER)
    comment.refresh_from_db()
    assert (comment.body, comment.body_html) == ("Other words", "<p>Other words</p>")
    assert comment.edited_at == LATER
    assert (comment.score, comment.verdict, comment.filter_version) == (1.5, "hold", 3)
    assert comment.body_digest


def test_what_was_there_is_kept_for_moderators(post):
    comment = make_comment(post)
    keep_version(comment, at=LATER)
    version = comment.versions.get()
    assert (version.body, version.state) == ("I will come.", VersionState.REPLACED)
    assert (version.written_at, version.settled_at) == (SAID_AT, LATER)


def test_one_edit_waits_and_the_next_takes_its_place(post):
    comment = make_comment(post)
    propose(comment, words("First"), at=LATER)
    propose(comment, words("Second"), at=LATER)
    assert list(comment.versions.values_list("body", "state")) == [
        ("First", VersionState.REPLACED),
        ("Second", VersionState.WAITING),
    ]


def test_what_waits_can_be_given_up(post):
    comment = make_comment(post)
    propose(comment, words(), at=LATER)
    give_up_waiting(comment, at=LATER)
    assert comment.versions.get().state == VersionState.REPLACED


def test_two_edits_of_a_comment_never_wait(post):
    comment = make_comment(post)
    propose(comment, words(), at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentVersion.objects.create(
            comment=comment, state=VersionState.WAITING, body="x", body_html="x", written_at=LATER
        )
