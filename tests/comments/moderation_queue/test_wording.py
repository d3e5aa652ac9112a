from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import ModerationEvent
from comments.moderation_queue import wording
from comments.states import Action, CommentStatus, Reason, RemovedBy
from tests.comments.factories import make_comment, make_ruling, make_user


def make_event(**fields):
    now = timezone.now()
    return ModerationEvent(**({"action": Action.APPROVE, "created_at": now} | fields))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"action": Action.SUBMIT}, "a reader"),
        ({"action": Action.IMPORT, "removed_by": RemovedBy.AUTHOR}, "the import"),
        ({"action": Action.REMOVE, "removed_by": RemovedBy.AUTHOR}, "the author"),
        ({"action": Action.APPROVE}, "somebody whose account is gone"),
        ({"action": Action.HOLD}, "somebody whose account is gone"),
        ({"action": Action.HOLD, "reason": Reason.CHECKS}, "enough reports by readers"),
    ],
)
def test_an_event_without_a_person_says_who_made_it(fields, name):
    assert wording.who(make_event(**fields)) == name


@pytest.mark.parametrize(("first_name", "name"), [("Ana", "Ana"), ("", "ana")])
def test_a_person_goes_by_the_full_name_or_else_the_user_name(db, first_name, name):
    user = make_user("ana", first_name=first_name)
    assert wording.who(make_event(actor=user)) == name


@pytest.mark.parametrize("action", Action)
def test_every_event_has_its_sentence(db, action):
    event = make_event(action=action, actor=make_user("ana"))
    assert wording.happened(event).endswith("just now")


def test_a_sentence_says_how_long_ago_it_was(db):
    hour_ago = timezone.now() - timedelta(hours=1, minutes=5)
    event = make_event(actor=make_user("ana"), created_at=hour_ago)
    assert wording.happened(event) == "ana approved this comment 1\xa0hour ago"


@pytest.mark.parametrize("action", moderation.ACTS)
def test_every_decision_is_confirmed_with_the_name_of_the_author(post, action):
    comment = make_comment(post)
    assert "Ana" in wording.done(make_event(action=action), comment)


def test_whoever_gave_no_name_is_anonymous(post):
    assert wording.name(make_comment(post, author_name="")) == "Anonymous"


def refused(comment, moderator, act, **fields):
    with pytest.raises(moderation.DecisionRefused) as refusal:
        act(comment.pk, make_ruling(comment, moderator, **fields))
    return wording.refusal(refusal.value)


def test_the_slower_moderator_reads_who_was_faster_and_what_they_did(post):
    comment = make_comment(post, status=CommentStatus.PENDING)
    late = make_ruling(comment, make_user("ben"))
    moderation.mark_spam(comment.pk, make_ruling(comment, make_user("ana")))
    with pytest.raises(moderation.StaleDecision) as stale:
        moderation.approve(comment.pk, late)
    assert wording.refusal(stale.value) == (
        "ana marked this comment as spam just now; nothing was changed."
    )


def test_an_impossible_step_is_named(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    refusal = refused(comment, moderator, moderation.remove, reason=Reason.ABUSE)
    assert refusal.startswith("From “Spam” that step")


def test_a_comment_without_words_is_explained(post, moderator):
    comment = make_comment(post, "", status=CommentStatus.REMOVED)
    assert "words of this comment are gone" in refused(comment, moderator, moderation.restore)


def test_what_is_to_be_read_first_says_so(post):
    refusal = moderation.ToBeRead(make_comment(post))
    assert wording.refusal(refusal) == "Something in it has to be read before it is published."


def test_blacking_out_is_called_so_on_every_screen():
    assert wording.act(Action.REDACT) == "Black out"
    assert wording.act(Action.APPROVE) == "Approve"
