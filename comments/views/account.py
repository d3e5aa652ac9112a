"""What a receipt tells of a comment: how it stands, why, since when, and what comes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.utils.functional import Promise

from comments import receipts
from comments.models import Comment, ModerationEvent, VersionState
from comments.states import Action, CommentStatus, Reason
from comments.views.statement import Statement, statement_of
from comments.views.wording import WHY_HELD, WHY_REMOVED

LAST_DECISIONS = 50


@dataclass(frozen=True, kw_only=True)
class Account:
    """`status` is the one that the author may know; `usual_wait` how long reading took lately.

    `edit` is what became of the last new words; None where there are none to tell of. `statement`
    has the reasons of a decision; `redaction` is the last time that a moderator blacked out words.
    """

    status: str
    why: str | Promise
    statement: Statement
    redaction: ModerationEvent | None
    decided_at: datetime | None
    is_withdrawn: bool
    edit: VersionState | None
    usual_wait: timedelta | None


def account_of(comment: Comment) -> Account:
    """The account of one comment, in a constant number of queries."""
    status = receipts.public_status(comment)
    decisions = _decisions(comment)
    is_withdrawn = not comment.body and comment.events.filter(action=Action.WITHDRAW).exists()
    statement = Statement() if is_withdrawn else statement_of(comment, decisions)
    return Account(
        status=status,
        why="" if is_withdrawn else _why(comment, status, statement),
        statement=statement,
        redaction=None if is_withdrawn else _redaction(comment),
        decided_at=decisions[0].created_at if decisions else None,
        is_withdrawn=is_withdrawn,
        edit=_fate_of_edit(comment, status),
        usual_wait=_usual_wait() if status == CommentStatus.PENDING else None,
    )


def _fate_of_edit(comment: Comment, status: str) -> VersionState | None:
    """What became of the last new words; nothing is told of them beside words that do not show."""
    version = comment.versions.last() if status == CommentStatus.PUBLISHED else None
    return VersionState(version.state) if version else None


def _decisions(comment: Comment) -> list[ModerationEvent]:
    """The words of persons on it that were not taken back, the last one first."""
    decided = comment.events.decided().select_related("rule_version", "explanation")
    return list(decided.order_by("-pk"))


def _redaction(comment: Comment) -> ModerationEvent | None:
    redacted = comment.events.filter(action=Action.REDACT).select_related("explanation")
    return redacted.order_by("-pk").first()


def _why(comment: Comment, status: str, statement: Statement) -> str | Promise:
    if status == CommentStatus.PENDING:
        told = comment.events.exclude(reason=Reason.NONE).order_by("-pk").first()
        return WHY_HELD.get(told.reason if told else "", WHY_HELD[Reason.CHECKS])
    return WHY_REMOVED.get(statement.reason, "")


def _usual_wait() -> timedelta | None:
    """The median time from a comment to its first decision, of the last fifty; None without any."""
    decisions = ModerationEvent.objects.filter(
        action__in=(Action.APPROVE, Action.REMOVE, Action.TRASH, Action.MARK_SPAM),
        from_status=CommentStatus.PENDING,
    ).order_by("-pk")
    pairs = decisions.values_list("created_at", "comment__created_at")[:LAST_DECISIONS]
    waits = [(decided - said).total_seconds() for decided, said in pairs if said]
    return timedelta(seconds=median(waits)) if waits else None
