from itertools import product

import pytest
from django.db import IntegrityError, transaction

from comments.models import Comment, ModerationEvent
from comments.states import Action, CommentStatus, Reason, RemovedBy, may_become
from tests.comments.factories import SAID_AT, make_comment


def by(moderator):
    return {"actor": moderator, "actor_number": moderator.pk}


def log(comment, before, after, action=Action.APPROVE, **fields):
    removed_by = RemovedBy.ADMINISTRATOR if after == CommentStatus.REMOVED else ""
    with transaction.atomic():
        return ModerationEvent.objects.create(
            comment=comment,
            action=action,
            from_status=before,
            to_status=after,
            created_at=SAID_AT,
            **({"removed_by": removed_by} | fields),
        )


@pytest.mark.parametrize(("before", "after"), list(product(CommentStatus, CommentStatus)))
def test_the_database_holds_the_table_of_transitions(post, before, after):
    comment = make_comment(post)
    if may_become(before, after):
        log(comment, before, after)
    else:
        with pytest.raises(IntegrityError):
            log(comment, before, after)


def test_only_a_submission_or_an_import_comes_from_nowhere(post):
    comment = make_comment(post)
    comment.events.all().delete()
    with pytest.raises(IntegrityError):
        log(comment, "", CommentStatus.PUBLISHED, Action.APPROVE)
    log(comment, "", CommentStatus.PUBLISHED, Action.IMPORT)


def test_a_comment_begins_once(post):
    comment = make_comment(post)
    with pytest.raises(IntegrityError):
        log(comment, "", CommentStatus.PUBLISHED, Action.SUBMIT)


@pytest.mark.parametrize(
    ("after", "removed_by"),
    [(CommentStatus.REMOVED, ""), (CommentStatus.REMOVED, "x"), (CommentStatus.SPAM, "author")],
)
def test_the_database_wants_to_know_who_removed(post, after, removed_by):
    with pytest.raises(IntegrityError):
        log(make_comment(post), CommentStatus.PUBLISHED, after, removed_by=removed_by)


def test_the_database_wants_a_reason_for_a_removal(post):
    comment = make_comment(post)
    with pytest.raises(IntegrityError, match="a_removal_has_a_reason"):
        log(comment, "published", "removed", Action.REMOVE)
    log(comment, "published", "removed", Action.REMOVE, reason=Reason.ABUSE)


@pytest.mark.parametrize("action", [Action.RESTORE, Action.UNDO])
def test_what_only_comes_back_as_a_tombstone_needs_no_reason(post, action):
    assert log(make_comment(post), "trashed", "removed", action).reason == Reason.NONE


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"action": "shout"}, "event_action_is_a_known_one"),
        ({"reason": "because"}, "event_reason_is_a_known_one"),
    ],
)
def test_the_database_knows_the_actions_and_the_reasons(post, fields, name):
    with pytest.raises(IntegrityError, match=name):
        log(make_comment(post), "published", "pending", **fields)


def test_an_event_is_undone_once(post):
    comment = make_comment(post)
    event = log(comment, "published", "pending", Action.HOLD)
    log(comment, "pending", "published", Action.UNDO, undoes=event)
    with pytest.raises(IntegrityError):
        log(comment, "pending", "published", Action.UNDO, undoes=event)


def test_an_event_outlives_its_comment(post):
    comment = make_comment(post)
    Comment.objects.filter(pk=comment.pk).delete()
    assert ModerationEvent.objects.get().comment_id == comment.pk


def test_an_event_outlives_its_moderators_account(post, moderator):
    log(make_comment(post), "published", "pending", Action.HOLD, **by(moderator))
    number = moderator.pk
    moderator.delete()
    assert ModerationEvent.objects.latest("pk").actor_number == number
    assert ModerationEvent.objects.latest("pk").actor is None


def test_its_name(post):
    event = make_comment(post).events.get()
    assert str(event) == f"submit of comment {event.comment_id}"


@pytest.mark.parametrize("number", [None, 0])
def test_an_event_keeps_the_number_of_its_maker(post, moderator, number):
    with pytest.raises(IntegrityError, match="an_event_keeps_the_number_of_its_maker"):
        log(
            make_comment(post),
            "published",
            "pending",
            Action.HOLD,
            actor=moderator,
            actor_number=number,
        )
