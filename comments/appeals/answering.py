"""Answering an appeal: for good, and in one transaction with what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from comments import appeal_outcomes, moderation
from comments.appeal_outcomes import Outcome
from comments.appeals.appealing import is_taken_away
from comments.appeals.listing import alike, in_reach
from comments.appeals.turn import Turn, turn_of
from comments.models import Appeal, AppealState, Comment, RuleVersion
from comments.moderation import DecisionRefused, Ruling, StaleDecision
from comments.states import CommentStatus

# As many appeals about nearly the same words get one answer at once.
MAX_ALIKE = 200


class AppealRefused(Exception):
    """The answer was not carried out; `appeal` is as it stands now."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(str(appeal))
        self.appeal = appeal


class AnsweredAlready(AppealRefused):
    """Somebody else was faster."""


class NotYours(AppealRefused):
    """Who decided does not answer, or not yet, nor who has not the right; `turn` says it."""

    def __init__(self, appeal: Appeal, turn: Turn) -> None:
        super().__init__(appeal)
        self.turn = turn


class WaitsAgain(AppealRefused):
    """The decision was taken back meanwhile: there is none that could stand."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a moderator makes of an appeal; `rule` is the other one by which a decision stands.

    `seen_event_id` is the comment's last event as the moderator saw it.
    """

    outcome: AppealState
    seen_event_id: int
    words: str = ""
    rule: RuleVersion | None = None


def decide(appeal_id: int, answer: Answer, *, moderator: User, now: datetime) -> Appeal:
    """Answer an appeal. What is reversed is published, and the filter learns from it.

    Raises `AppealRefused`, `DecisionRefused`, and `Appeal.DoesNotExist` when it went with the
    words of its comment; `ValueError` for an answer that is none.
    """
    if answer.outcome == AppealState.OPEN or _lacks_rule(answer):
        raise ValueError(f"{answer.outcome} is no answer")
    with transaction.atomic():
        found = _locked(appeal_id)
        _refuse(found, answer, moderator=moderator, now=now)
        if answer.outcome == AppealState.REVERSED:
            _reverse(found, answer, moderator=moderator)
        else:
            _let_stand(found, answer, moderator=moderator, now=now)
    return Appeal.objects.select_related("comment", "event").get(pk=appeal_id)


def answer_alike(
    found: Appeal, words: str, *, seen: Mapping[int, int], moderator: User, now: datetime
) -> int:
    """Let the decisions on spam that says nearly the same stand, too; how many there were.

    `seen` are the appeals that the moderator could read, by their numbers, each with its comment's
    last event then. Each is an answer of its own: one that is not this moderator's to give, or
    whose comment has changed since, is left out.
    """
    others = alike(found, among=in_reach(moderator)).filter(pk__in=seen)
    return sum(
        _uphold(
            number,
            Answer(outcome=AppealState.UPHELD, words=words, seen_event_id=seen[number]),
            moderator=moderator,
            now=now,
        )
        for number in others.values_list("pk", flat=True)[:MAX_ALIKE]
    )


def _uphold(number: int, answer: Answer, *, moderator: User, now: datetime) -> bool:
    try:
        decide(number, answer, moderator=moderator, now=now)
    except (AppealRefused, DecisionRefused, Appeal.DoesNotExist):
        return False
    return True


def _locked(appeal_id: int) -> Appeal:
    """The appeal, with its comment locked: whatever settles an appeal locks the comment first."""
    number = Appeal.objects.values_list("comment_id", flat=True).get(pk=appeal_id)
    list(Comment.objects.select_for_update(no_key=True).filter(pk=number))
    return Appeal.objects.select_related("comment", "event").get(pk=appeal_id)


def _lacks_rule(answer: Answer) -> bool:
    return answer.outcome == AppealState.VARIED and answer.rule is None


def _refuse(found: Appeal, answer: Answer, *, moderator: User, now: datetime) -> None:
    if found.state != AppealState.OPEN:
        raise AnsweredAlready(found)
    turn = turn_of(found, moderator=moderator, now=now)
    if not turn.may_answer:
        raise NotYours(found, turn)
    latest = found.comment.events.latest("pk")
    if latest.pk != answer.seen_event_id:
        raise StaleDecision(found.comment, latest)
    if answer.outcome != AppealState.REVERSED and not is_taken_away(found.comment):
        raise WaitsAgain(found)


def _reverse(found: Appeal, answer: Answer, *, moderator: User) -> None:
    """Back to its place; that settles the appeal, as whatever brings a comment back does."""
    ruling = Ruling(moderator=moderator, seen_event_id=answer.seen_event_id)
    appeal_outcomes.begin_answer(found, answer.words, moderator=moderator)
    moderation.approve(found.comment_id, ruling)


def _let_stand(found: Appeal, answer: Answer, *, moderator: User, now: datetime) -> None:
    """What is no spam but against a rule is trashed: so the filter unlearns it."""
    rule, event = answer.rule if answer.outcome == AppealState.VARIED else None, None
    if rule and found.comment.status == CommentStatus.SPAM:
        ruling = Ruling(moderator=moderator, seen_event_id=answer.seen_event_id)
        event = moderation.trash(found.comment_id, ruling)
    outcome = Outcome(
        state=answer.outcome,
        moderator=moderator,
        at=event.created_at if event else now,
        words=answer.words,
        rule=rule,
        answer=event.pk if event else None,
    )
    appeal_outcomes.settle(found, outcome)
