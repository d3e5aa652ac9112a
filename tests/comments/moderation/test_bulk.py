from uuid import uuid4

import pytest

from comments import moderation
from comments.models import Comment, ModerationEvent
from comments.moderation import (
    MAX_AT_ONCE,
    Seen,
    StaleDecision,
    ToBeRead,
    decide_together,
    undo_together,
)
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling

PENDING, PUBLISHED, SPAM = CommentStatus.PENDING, CommentStatus.PUBLISHED, CommentStatus.SPAM


@pytest.fixture
def waiting(post):
    return [make_comment(post, status=PENDING, author_name=name) for name in ("Ana", "Bea", "Cid")]


def seen(comments):
    return [Seen(comment.pk, comment.events.latest("pk").pk) for comment in comments]


def statuses(comments):
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


@pytest.mark.parametrize(
    ("action", "status"), [(Action.APPROVE, PUBLISHED), (Action.MARK_SPAM, SPAM)]
)
def test_each_comment_has_an_event_of_its_own_under_one_number(waiting, moderator, action, status):
    done = decide_together(seen(waiting), action, moderator=moderator)
    assert statuses(waiting) == [status] * 3
    events = ModerationEvent.objects.filter(batch=done.batch, action=action, actor=moderator)
    assert [event.pk for event in done.events] == [event.pk for event in events]
    assert (len(done.events), done.refused) == (3, ())


def test_what_somebody_else_decided_since_is_left_and_named(waiting, moderator):
    looked = seen(waiting)
    moderation.trash(waiting[1].pk, make_ruling(waiting[1], moderator))
    done = decide_together(looked, Action.APPROVE, moderator=moderator)
    assert statuses(waiting) == [PUBLISHED, CommentStatus.TRASHED, PUBLISHED]
    [refused] = done.refused
    assert isinstance(refused, StaleDecision)
    assert refused.comment == waiting[1]


@pytest.mark.parametrize("sign", ["personal_data", "staff_name", "blocked", "check_failed"])
def test_what_has_to_be_read_first_is_not_published_with_the_others(waiting, moderator, sign):
    Comment.objects.filter(pk=waiting[0].pk).update(evidence=[{"sign": sign, "detail": "x"}])
    done = decide_together(seen(waiting), Action.APPROVE, moderator=moderator)
    assert statuses(waiting) == [PENDING, PUBLISHED, PUBLISHED]
    assert [type(refused) for refused in done.refused] == [ToBeRead]


def test_it_is_spam_with_the_others(waiting, moderator):
    Comment.objects.update(evidence=[{"sign": "personal_data", "detail": "phone"}])
    decide_together(seen(waiting), Action.MARK_SPAM, moderator=moderator)
    assert statuses(waiting) == [SPAM] * 3


@pytest.mark.parametrize("evidence", [[], [{"sign": "duplicate"}], ["personal_data"], None, {}])
def test_other_evidence_and_what_is_none_needs_no_reading(evidence):
    assert not moderation.needs_reading(evidence, read=[])


ADVERTISEMENT = {"sign": "new_host", "detail": "casino.example"}


def test_what_the_one_that_was_read_does_not_have_is_not_published_with_it(waiting, moderator):
    Comment.objects.filter(pk=waiting[1].pk).update(evidence=[ADVERTISEMENT])
    decide_together(seen(waiting), Action.APPROVE, moderator=moderator)
    assert statuses(waiting) == [PUBLISHED, PENDING, PUBLISHED]


def test_what_the_one_that_was_read_has_as_well_is_published_with_it(waiting, moderator):
    Comment.objects.update(evidence=[ADVERTISEMENT])
    decide_together(seen(waiting), Action.APPROVE, moderator=moderator)
    assert statuses(waiting) == [PUBLISHED] * 3


def test_what_was_deleted_meanwhile_is_passed_over(waiting, moderator):
    looked = seen(waiting)
    waiting[2].delete()
    done = decide_together(looked, Action.APPROVE, moderator=moderator)
    assert (len(done.events), done.refused) == (2, ())


@pytest.mark.parametrize("action", [Action.TRASH, Action.REMOVE, Action.HOLD])
def test_other_decisions_are_made_one_by_one(waiting, moderator, action):
    with pytest.raises(ValueError, match="of 3 comments"):
        decide_together(seen(waiting), action, moderator=moderator)


def test_too_many_at_once_are_refused(moderator):
    with pytest.raises(ValueError, match="comments"):
        decide_together([Seen(1, 1)] * (MAX_AT_ONCE + 1), Action.APPROVE, moderator=moderator)


def test_all_is_taken_back_as_one(waiting, moderator):
    done = decide_together(seen(waiting), Action.MARK_SPAM, moderator=moderator)
    back = undo_together(done.batch, moderator=moderator)
    assert statuses(waiting) == [PENDING] * 3
    undone = ModerationEvent.objects.filter(action=Action.UNDO, batch=back.batch)
    assert {event.undoes_id for event in undone} == {event.pk for event in done.events}
    assert back.batch != done.batch


def test_what_something_has_happened_to_since_is_not_taken_back(waiting, moderator):
    done = decide_together(seen(waiting), Action.APPROVE, moderator=moderator)
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], moderator))
    back = undo_together(done.batch, moderator=moderator)
    assert statuses(waiting) == [CommentStatus.TRASHED, PENDING, PENDING]
    assert [refused.comment for refused in back.refused] == [waiting[0]]


def test_what_was_taken_back_is_not_taken_back_again(waiting, moderator):
    done = decide_together(seen(waiting), Action.APPROVE, moderator=moderator)
    back = undo_together(done.batch, moderator=moderator)
    assert undo_together(done.batch, moderator=moderator).events == ()
    assert undo_together(back.batch, moderator=moderator).events == ()
    assert undo_together(uuid4(), moderator=moderator).events == ()
    assert statuses(waiting) == [PENDING] * 3


@pytest.mark.parametrize("row", [{"sign": "new_host", "detail": ["a"]}, {"sign": ["x"]}])
def test_a_broken_row_of_evidence_stops_nothing(row):
    assert moderation.needs_reading([row], read=[]) == (row["sign"] == "new_host")
    assert not moderation.needs_reading([row], read=[row])
