from itertools import product
from uuid import uuid4

import pytest

from comments import desk_log, effects, moderation
from comments.models import Comment, DeskAct, ModerationEvent, Thread
from comments.moderation import (
    AnswerIsFinal,
    NothingToRestore,
    ReasonMissing,
    StaleDecision,
    TransitionNotAllowed,
)
from comments.states import OFFERED, OUTCOMES, Action, CommentStatus, Reason, RemovedBy, may_become
from tests.comments.factories import make_comment, make_ruling


def decide(action, comment, moderator, **fields):
    fields = ({"reason": Reason.OFF_TOPIC} if action == Action.REMOVE else {}) | fields
    event = moderation.ACTS[action](comment.pk, make_ruling(comment, moderator, **fields))
    comment.refresh_from_db()
    return event


@pytest.mark.parametrize(("status", "action"), list(product(CommentStatus, OUTCOMES)))
def test_a_decision_follows_the_table(post, moderator, status, action):
    comment = make_comment(post, status=status)
    if may_become(status, OUTCOMES[action]):
        decide(action, comment, moderator)
        assert comment.status == OUTCOMES[action]
    else:
        with pytest.raises(TransitionNotAllowed):
            decide(action, comment, moderator)
        assert ModerationEvent.objects.count() == 1


def test_a_decision_is_one_event_that_tells_all(post, moderator):
    comment = make_comment(post)
    batch = uuid4()
    event = decide(Action.REMOVE, comment, moderator, reason=Reason.ABUSE, batch=batch)
    assert (event.from_status, event.to_status) == ("published", "removed")
    assert (event.actor, event.reason, event.batch) == (moderator, Reason.ABUSE, batch)
    assert event.removed_by == comment.removed_by == RemovedBy.ADMINISTRATOR


def test_every_decision_gives_the_thread_a_new_version(post, moderator):
    comment = make_comment(post)
    decide(Action.HOLD, comment, moderator)
    decide(Action.APPROVE, comment, moderator)
    assert Thread.objects.get(page=post).version == 2


def test_the_slower_of_two_moderators_is_told_who_was_faster(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    ruling = make_ruling(comment, moderator)
    faster = moderation.mark_spam(comment.pk, ruling)
    with pytest.raises(StaleDecision) as stale:
        moderation.approve(comment.pk, ruling)
    assert stale.value.latest == faster
    assert Comment.objects.get().status == CommentStatus.SPAM


@pytest.mark.parametrize("before", [CommentStatus.PENDING, CommentStatus.PUBLISHED])
@pytest.mark.parametrize("action", [Action.REMOVE, Action.TRASH])
def test_restore_gives_back_what_was(post, moderator, before, action):
    comment = make_comment(post, status=before)
    decide(action, comment, moderator)
    decide(Action.RESTORE, comment, moderator)
    assert comment.status == before
    assert comment.removed_by == ""


def test_restoring_a_trashed_tombstone_gives_the_tombstone_back(post, moderator):
    comment = make_comment(post, status=CommentStatus.REMOVED, removed_by=RemovedBy.AUTHOR)
    decide(Action.TRASH, comment, moderator)
    decide(Action.RESTORE, comment, moderator)
    assert (comment.status, comment.removed_by) == ("removed", RemovedBy.AUTHOR)


A, R, T, B = Action.APPROVE, Action.REMOVE, Action.TRASH, Action.RESTORE


@pytest.mark.parametrize(
    ("decisions", "status"),
    [
        ([A, R, T, B], "removed"),
        ([A, R, T, B, B], "published"),
        ([A, R, T, B, T, B, B], "published"),
        ([R, T, Action.UNDO, B], "pending"),
        ([A, T, B, R, B], "published"),
    ],
)
def test_restore_leads_out_of_trash_and_tombstone_and_never_back(
    post, moderator, decisions, status
):
    comment = make_comment(post, status=CommentStatus.PENDING)
    for action in decisions:
        if action == Action.UNDO:
            moderation.undo(comment.events.latest("pk").pk, moderator=moderator)
            comment.refresh_from_db()
        else:
            decide(action, comment, moderator)
    assert comment.status == status


def walk(post, moderator, decisions):
    """A comment that a moderator has decided upon; None when one of the steps is not offered."""
    comment = make_comment(post, status=CommentStatus.PENDING)
    for action in decisions:
        if action not in OFFERED[CommentStatus(comment.status)]:
            return None
        decide(action, comment, moderator)
    return comment


def offered_walks(status, steps):
    """Every sequence of so many offered decisions; RESTORE is taken for all that it could give."""
    if steps == 0:
        return [()]
    ends = {action: [OUTCOMES[action]] for action in OFFERED[status] if action in OUTCOMES}
    if Action.RESTORE in OFFERED[status]:
        ends[Action.RESTORE] = [end for end in CommentStatus if may_become(status, end)]
    return sorted(
        {
            (action, *rest)
            for action, statuses in ends.items()
            for end in statuses
            for rest in offered_walks(end, steps - 1)
        }
    )


@pytest.mark.parametrize("steps", range(1, 5))
def test_no_sequence_of_decisions_is_restored_from_the_tombstone_to_trash(post, moderator, steps):
    for decisions in offered_walks(CommentStatus.PENDING, steps):
        comment = walk(post, moderator, decisions)
        if comment and comment.status == CommentStatus.REMOVED:
            decide(Action.RESTORE, comment, moderator)
            assert comment.status in (CommentStatus.PENDING, CommentStatus.PUBLISHED), decisions


@pytest.mark.parametrize("status", [CommentStatus.PUBLISHED, CommentStatus.SPAM])
def test_what_has_not_gone_cannot_be_restored(post, moderator, status):
    with pytest.raises(TransitionNotAllowed):
        decide(Action.RESTORE, make_comment(post, status=status), moderator)


def test_a_trashed_comment_without_a_past_goes_to_the_queue(post, moderator):
    comment = make_comment(post, status=CommentStatus.TRASHED)
    decide(Action.RESTORE, comment, moderator)
    assert comment.status == CommentStatus.PENDING


def test_a_comment_without_words_cannot_come_back(post, moderator):
    comment = make_comment(post, "", status=CommentStatus.REMOVED)
    with pytest.raises(NothingToRestore):
        decide(Action.RESTORE, comment, moderator)


@pytest.mark.parametrize("action", [Action.APPROVE, Action.MARK_SPAM, Action.REMOVE, Action.TRASH])
def test_undo_takes_back_the_last_decision(post, moderator, action):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = decide(action, comment, moderator)
    undone = moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    assert (comment.status, comment.removed_by) == ("pending", "")
    assert (undone.action, undone.undoes) == (Action.UNDO, event)


def test_undo_of_a_restore_puts_the_tombstone_back(post, moderator):
    comment = make_comment(post)
    decide(Action.REMOVE, comment, moderator)
    event = decide(Action.RESTORE, comment, moderator)
    moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    assert (comment.status, comment.removed_by) == ("removed", RemovedBy.ADMINISTRATOR)


def test_an_undo_is_for_good(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = decide(Action.APPROVE, comment, moderator)
    undone = moderation.undo(event.pk, moderator=moderator)
    with pytest.raises(TransitionNotAllowed):
        moderation.undo(undone.pk, moderator=moderator)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING


def test_the_answer_to_an_appeal_is_final(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = decide(Action.APPROVE, comment, moderator)
    desk_log.record(DeskAct.REVERSE, actor=moderator, subject=comment.pk, answer=event.pk)
    with pytest.raises(AnswerIsFinal):
        moderation.undo(event.pk, moderator=moderator)


def test_a_hold_by_readers_is_nobodys_to_undo(post, moderator):
    comment = make_comment(post)
    event = moderation.hold_reported(comment.pk)
    with pytest.raises(TransitionNotAllowed):
        moderation.undo(event.pk, moderator=moderator)


def test_undo_comes_too_late_after_another_decision(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = decide(Action.APPROVE, comment, moderator)
    decide(Action.TRASH, comment, moderator)
    with pytest.raises(StaleDecision):
        moderation.undo(event.pk, moderator=moderator)


@pytest.mark.parametrize("action", [Action.SUBMIT, Action.IMPORT])
@pytest.mark.parametrize("status", CommentStatus)
def test_how_a_comment_came_cannot_be_undone(post, moderator, status, action):
    comment = make_comment(post, status=status)
    comment.events.update(action=action)
    with pytest.raises(TransitionNotAllowed):
        moderation.undo(comment.events.get().pk, moderator=moderator)
    assert Comment.objects.get().status == status


def test_a_removal_without_a_reason_is_refused(post, moderator):
    comment = make_comment(post)
    with pytest.raises(ReasonMissing):
        decide(Action.REMOVE, comment, moderator, reason=Reason.NONE)
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_the_outside_is_told_after_the_commit(
    post, moderator, monkeypatch, django_capture_on_commit_callbacks
):
    told = []
    monkeypatch.setattr(effects, "wake", told.append)
    with django_capture_on_commit_callbacks(execute=True):
        event = decide(Action.HOLD, make_comment(post), moderator)
        assert told == []
    assert told == [event]


def test_confirming_says_that_the_bin_is_right_and_moves_nothing(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    event = moderation.confirm_spam(comment.pk, make_ruling(comment, moderator))
    comment.refresh_from_db()
    assert comment.status == CommentStatus.SPAM
    assert (event.action, event.from_status) == (Action.CONFIRM_SPAM, CommentStatus.SPAM)
    assert list(comment.events.decided()) == [event]


@pytest.mark.parametrize("status", set(CommentStatus) - {CommentStatus.SPAM})
def test_only_what_is_binned_is_confirmed(post, moderator, status):
    comment = make_comment(post, status=status)
    with pytest.raises(TransitionNotAllowed):
        moderation.confirm_spam(comment.pk, make_ruling(comment, moderator))


def test_a_confirmation_is_undone_where_the_comment_stands(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    event = moderation.confirm_spam(comment.pk, make_ruling(comment, moderator))
    moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.SPAM
    assert not comment.events.decided().exists()
