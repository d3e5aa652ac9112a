"""What came of appeals: a comment that readers see again answers the appeal against its decision.

It does so whoever brought it back, and from which screen. Where that is taken back, so is what came
of the appeal; only the answer to an appeal is final. An outcome is settled, written into the
log and told in one transaction, with the comment locked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import dropwhile, takewhile

from django.db.models import F, Q

from accounts.models import User
from comments import desk_log, notifications
from comments.models import Appeal, AppealState, DeskAct, ModerationEvent, RuleVersion
from comments.states import Action, CommentStatus

GONE = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)
# What takes a comment away from its readers, or says that it rightly is: an undo and a restoring
# can do that, too.
TAKES_AWAY = (
    Action.REMOVE,
    Action.MARK_SPAM,
    Action.CONFIRM_SPAM,
    Action.TRASH,
    Action.RESTORE,
    Action.UNDO,
)
ACTS = {
    AppealState.UPHELD: DeskAct.UPHOLD,
    AppealState.REVERSED: DeskAct.REVERSE,
    AppealState.VARIED: DeskAct.VARY,
}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of an appeal, by whom and when; `rule` is the other one by which it stands.

    `answer` is the number of the event by which somebody answered it: nobody takes that back. There
    is none where nothing happened to the comment, or the appeal was not what they looked at: then
    `back` is the number of the event that granted it by the way, which can be taken back.
    """

    state: AppealState
    moderator: User | None
    at: datetime
    words: str = ""
    rule: RuleVersion | None = None
    answer: int | None = None
    back: int | None = None


def begin_answer(appeal: Appeal, words: str, *, moderator: User) -> None:
    """Note who grants an open appeal: the event that follows, in the same transaction, is it."""
    Appeal.objects.filter(pk=appeal.pk).update(words=words, decided_by=moderator)


def follow(events: Collection[ModerationEvent]) -> None:
    """Settle the appeals against what the events take back; in the act's transaction.

    An appeal against a decision is granted by whatever publishes the comment, and waits again when
    that is undone.
    When its author takes a comment back, the words of all its appeals go with it.
    """
    withdrawn = [event.comment_id for event in events if event.action == Action.WITHDRAW]
    if withdrawn:
        Appeal.objects.filter(comment_id__in=withdrawn).delete()
    _open_again([event for event in events if event.action == Action.UNDO])
    back = {event.comment_id: event for event in events if _comes_back(event)}
    if not back:
        return
    for appeal in Appeal.objects.open().filter(comment_id__in=back).select_related("event"):
        settle(appeal, _reversal(appeal, back[appeal.comment_id]))


def settle(appeal: Appeal, outcome: Outcome) -> None:
    """Write the outcome of an open appeal, and tell whoever asked to be told.

    Call it in the act's transaction, with the comment locked.
    """
    moderator = outcome.moderator
    is_own = moderator is not None and moderator.pk in deciders_of(appeal)
    appeal.state, appeal.words, appeal.decided_at = outcome.state, outcome.words, outcome.at
    appeal.decided_by, appeal.by_same_person = moderator, is_own
    appeal.save(update_fields=["state", "words", "decided_at", "decided_by", "by_same_person"])
    _log(appeal, outcome)
    notifications.tell_of_appeal(appeal)


def deciders_of(appeal: Appeal) -> set[int]:
    """Who decided what the appeal is against, and who took the comment away since."""
    made_by = appeal.event.actor_number
    return deciders(appeal.comment_id) | ({made_by} if made_by else set())


def deciders(comment_id: int) -> set[int]:
    """The numbers of those who took the comment away, or left it away, the last time.

    None of them looks at it with fresh eyes. Where it has just come back, those are meant who had
    taken it away before. What brought it back and was undone counts as if it had never been.
    """
    log = ModerationEvent.objects.filter(comment_id=comment_id).order_by("-pk")
    log = log.filter(Q(undone_by=None) | Q(to_status__in=GONE))
    rows = log.values_list("to_status", "action", "actor_number")
    since_it_went = takewhile(_is_away, dropwhile(lambda row: not _is_away(row), rows))
    return {number for _status, action, number in since_it_went if number and action in TAKES_AWAY}


def grounds_of(event: ModerationEvent) -> ModerationEvent:
    """The removal that a decision stands by: itself, or the one that it brought back."""
    if event.to_status != CommentStatus.REMOVED or event.action == Action.REMOVE:
        return event
    earlier = ModerationEvent.objects.filter(comment_id=event.comment_id, pk__lt=event.pk)
    removals = earlier.filter(action=Action.REMOVE).select_related("rule_version__rule")
    return removals.order_by("-pk").first() or event


def named(rule: RuleVersion | None) -> dict[str, str | int]:
    """How the log names a version of a rule; nothing where a decision is by none."""
    return {"rule": rule.rule.code, "version": rule.number} if rule else {}


def _is_away(row: tuple[str, str, int | None]) -> bool:
    return row[0] in GONE


def _comes_back(event: ModerationEvent) -> bool:
    """Whether readers see it again: to let it wait answers nothing."""
    was_hidden = event.from_status not in ("", CommentStatus.PUBLISHED)
    return was_hidden and event.to_status == CommentStatus.PUBLISHED


def _reversal(appeal: Appeal, event: ModerationEvent) -> Outcome:
    """By the event that published the comment; it is the answer where one was begun."""
    is_answer = appeal.decided_by_id is not None
    return Outcome(
        state=AppealState.REVERSED,
        moderator=event.actor,
        at=event.created_at,
        words=appeal.words,
        answer=event.pk if is_answer else None,
        back=None if is_answer else event.pk,
    )


def _open_again(undoings: Collection[ModerationEvent]) -> None:
    """Let those appeals wait again that were granted by what is undone."""
    if not undoings:
        return
    undone = ModerationEvent.objects.filter(undone_by__in=undoings)
    granted = Appeal.objects.filter(
        state=AppealState.REVERSED,
        comment_id__in=undone.values("comment_id"),
        comment__events__in=undone,
        comment__events__created_at=F("decided_at"),
    )
    numbers = list(granted.order_by().values_list("pk", flat=True))
    Appeal.objects.filter(pk__in=numbers).update(
        state=AppealState.OPEN, words="", decided_by=None, decided_at=None, by_same_person=False
    )


def _log(appeal: Appeal, outcome: Outcome) -> None:
    desk_log.record(
        ACTS[outcome.state],
        actor=outcome.moderator,
        subject=appeal.comment_id,
        appeal=appeal.pk,
        event=appeal.event_id,
        action=appeal.event.action,
        reason=grounds_of(appeal.event).reason,
        by_same_person=appeal.by_same_person,
        late=outcome.at > appeal.due_at,
        **({"answer": outcome.answer} if outcome.answer else {}),
        **({"back": outcome.back} if outcome.back else {}),
        **named(outcome.rule),
    )
