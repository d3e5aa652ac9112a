import random
from contextlib import suppress

import pytest
from django.db import OperationalError, transaction
from django.forms.models import model_to_dict

from comments import moderation
from comments.learning import due
from comments.models import (
    BulkOutcome,
    Comment,
    Explanation,
    LabelDue,
    ModerationEvent,
    Notice,
    Report,
    SpamLabel,
    Thread,
    Topic,
)
from comments.moderation import DecisionRefused, ReasonMissing, StaleDecision, many
from comments.moderation.many import Busy, JointDecision, Seen
from comments.states import Action, CommentStatus, Reason
from tests import sampling
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.learning.deciding import decide as decide_one
from tests.comments.notifications.people import make_subscription
from tests.pages import make_post

PENDING, PUBLISHED, SPAM = CommentStatus.PENDING, CommentStatus.PUBLISHED, CommentStatus.SPAM
SEEDS = range(sampling.of(5, sample=2))
EVIDENCE = ([], [{"sign": "links", "detail": ""}], [{"sign": "words", "detail": "x"}], None, {})


def seen(comments):
    return [Seen(comment.pk, comment.events.latest("pk").pk) for comment in comments]


def statuses(comments):
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


@pytest.fixture
def waiting(post):
    return [make_comment(post, status=PENDING, author_name=name) for name in ("Ana", "Bea", "Cid")]


class Rolled(Exception):
    """What was done is taken back, so that the same can be done in another way."""


def make_crowd(chance, posts, moderator):
    """Comments with any past, in any state, answering each other, reported, followed."""
    comments = []
    for _number in range(24):
        parent = chance.choice([None, None, *comments])
        comments.append(
            make_comment(
                parent.page if parent else chance.choice(posts),
                chance.choice(["I will come.", "See http://a.example", "Buy shoes"]),
                status=chance.choice(list(CommentStatus)),
                parent=parent,
                evidence=chance.choice(EVIDENCE[:3]),
                verdict=chance.choice(["", "hold", "pass"]),
                author_email=chance.choice(["", "bea@example.org"]),
            )
        )
    for comment in comments:
        wish(chance, comment)
        for _time in range(chance.randrange(4)):
            act_at_random(chance, comment, moderator)
    Comment.objects.filter(pk=chance.choice(comments).pk).update(body="")
    return comments


def wish(chance, comment):
    topic = chance.choice([Topic.REPLIES, Topic.DECISION, None, None])
    if topic:
        make_subscription(comment.page, topic, comment=comment, email=f"{comment.pk}@example.org")
    if chance.random() < 0.3:
        make_report(comment)


def act_at_random(chance, comment, moderator):
    acts = [Action.APPROVE, Action.MARK_SPAM, Action.REMOVE, Action.TRASH, Action.RESTORE, "undo"]
    action = chance.choice([*acts, Action.HOLD, Action.CONFIRM_SPAM])
    with suppress(DecisionRefused):
        if action == "undo":
            moderation.undo(comment.events.latest("pk").pk, moderator=moderator)
        else:
            decide_one(comment, action, moderator)


def one_by_one(looked_at, decision):
    """The same decision by the single acts."""
    outcomes = {}
    for number, event_id in looked_at:
        try:
            if decision.action == Action.UNDO:
                moderation.undo(event_id, moderator=decision.moderator, batch=decision.batch)
            else:
                moderation.ACTS[decision.action](number, decision.ruling(event_id))
            outcomes[number] = BulkOutcome.DONE
        except Comment.DoesNotExist:
            outcomes[number] = BulkOutcome.GONE
        except StaleDecision:
            outcomes[number] = BulkOutcome.STALE
        except DecisionRefused:
            outcomes[number] = BulkOutcome.REFUSED
    return outcomes


def rows(model, *, without=("id",)):
    found = [
        model_to_dict(row) | {"at": getattr(row, "created_at", 0)} for row in model.objects.all()
    ]
    kept = [{name: value for name, value in row.items() if name not in without} for row in found]
    return sorted(kept, key=repr)


def everything():
    """All that a decision writes, but for the numbers of its rows."""
    told = Notice.objects.values_list("event__comment", "event__action", "subscription", "due_at")
    features = ("id", "features", "comment")
    return {
        "comments": rows(Comment, without=()),
        "shows": sorted(Comment.objects.values_list("pk", "has_shown_reply", "shows")),
        "events": rows(ModerationEvent),
        "reports": rows(Report, without=()),
        "explanations": sorted(Explanation.objects.values_list("event__comment", "words")),
        "notices": sorted(told),
        "labels": sorted(SpamLabel.objects.values_list("comment", "is_spam", "decided_at")),
        "touched": sorted(Thread.objects.values_list("pk", flat=True)),
        "features": rows(SpamLabel, without=features),
    }


def what_comes_of(act):
    """What the act says, and everything as it is afterwards; then all is as before."""
    found = []
    with suppress(Rolled), transaction.atomic():
        told = act()
        due.settle_due()
        found.append((told, everything()))
        raise Rolled
    return found[0]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("action", many.JOINT_ACTIONS)
def test_what_comes_of_many_is_what_would_come_of_each(
    newsroom, moderator, clock, monkeypatch, action, seed
):
    monkeypatch.setattr(due, "BUDGET_SECONDS", 600)  # however busy the machine is
    chance = random.Random(f"{action} {seed}")  # noqa: S311  (nothing secret)
    posts = [make_post(newsroom, f"Post {number}") for number in range(3)]
    make_subscription(posts[0], email="bea@example.org")
    comments = make_crowd(chance, posts, moderator)
    clock.shift(3600)
    looked_at = [pair for pair in seen(comments) if undoable(action, pair)]
    act_at_random(chance, comments[0], moderator)  # somebody is faster
    looked_at += [Seen(1, 1)] if action != Action.UNDO else []  # deleted
    reason = Reason.ABUSE if action == Action.REMOVE else Reason.NONE
    words = "" if action == Action.UNDO else "Why"
    decision = JointDecision(action=action, moderator=moderator, reason=reason, explanation=words)
    together = what_comes_of(lambda: many.decide(looked_at, decision))
    alone = what_comes_of(lambda: one_by_one(looked_at, decision))
    assert together[0] == alone[0]
    assert {name for name in alone[1] if together[1][name] != alone[1][name]} == set()


def undoable(action, pair):
    """A bulk decision is taken back by its own events, and those are decisions."""
    event = ModerationEvent.objects.get(pk=pair.event_id)
    return action != Action.UNDO or event.action != Action.SUBMIT


def test_the_author_of_each_is_told_the_words(waiting, moderator):
    decision = JointDecision(
        action=Action.REMOVE, moderator=moderator, reason=Reason.ABUSE, explanation="Not so."
    )
    many.decide(seen(waiting), decision)
    assert [each.words for each in Explanation.objects.all()] == ["Not so."] * 3


@pytest.mark.parametrize("action", [Action.KEEP, Action.ACCEPT_EDIT, Action.WITHDRAW])
def test_what_needs_a_look_at_each_is_not_decided_on_many(waiting, moderator, action):
    with pytest.raises(ValueError, match="of many comments"):
        many.decide(seen(waiting), JointDecision(action=action, moderator=moderator))


def test_a_removal_of_many_has_a_reason(waiting, moderator):
    with pytest.raises(ReasonMissing):
        many.decide(seen(waiting), JointDecision(action=Action.REMOVE, moderator=moderator))
    assert statuses(waiting) == [PENDING] * 3


def test_more_than_a_statement_holds_are_refused(moderator):
    approved = JointDecision(action=Action.APPROVE, moderator=moderator)
    too_many = [Seen(number, 1) for number in range(many.MAX_IN_A_STATEMENT + 1)]
    with pytest.raises(ValueError, match="1001 comments"):
        many.decide(too_many, approved)


def test_nothing_is_written_where_nothing_is_left_to_decide(moderator, post):
    decision = JointDecision(action=Action.APPROVE, moderator=moderator)
    assert many.decide([Seen(7, 7)], decision) == {7: BulkOutcome.GONE}
    assert not Thread.objects.exists()


def locked(sqlstate):
    cause = Exception("locked")
    cause.sqlstate = sqlstate
    error = OperationalError("locked")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("sqlstate", ["55P03", "40P01"])
def test_who_finds_a_comment_locked_comes_back(waiting, moderator, monkeypatch, sqlstate):
    errors = [locked(sqlstate), locked(sqlstate)]

    def record_in_the_end(events):
        if errors:
            raise errors.pop()

    monkeypatch.setattr(many.effects, "record_many", record_in_the_end)
    monkeypatch.setattr(many.time, "sleep", lambda seconds: None)
    approved = JointDecision(action=Action.APPROVE, moderator=moderator)
    assert set(many.decide(seen(waiting), approved).values()) == {BulkOutcome.DONE}
    assert ModerationEvent.objects.filter(batch=approved.batch).count() == 3


def test_who_always_finds_one_locked_gives_up_and_has_changed_nothing(
    waiting, moderator, monkeypatch
):
    def record(events):
        raise locked("55P03")

    monkeypatch.setattr(many.effects, "record_many", record)
    monkeypatch.setattr(many.time, "sleep", lambda seconds: None)
    with pytest.raises(Busy):
        many.decide(seen(waiting), JointDecision(action=Action.APPROVE, moderator=moderator))
    assert statuses(waiting) == [PENDING] * 3


def test_another_failure_of_the_database_is_no_lock(waiting, moderator, monkeypatch):
    def record(events):
        raise OperationalError("disk full")

    monkeypatch.setattr(many.effects, "record_many", record)
    with pytest.raises(OperationalError, match="disk full"):
        many.decide(seen(waiting), JointDecision(action=Action.APPROVE, moderator=moderator))


def test_a_hundred_take_as_many_statements_as_ten(post, moderator, django_assert_max_num_queries):
    comments = [make_comment(post, status=PENDING) for _number in range(100)]
    looked_at = seen(comments)
    with django_assert_max_num_queries(40):
        many.decide(looked_at, JointDecision(action=Action.MARK_SPAM, moderator=moderator))
    assert LabelDue.objects.count() == 100
