"""What came of reports: they follow the decisions on their comment, as the log has them."""

from collections.abc import Iterable

from comments.models import ModerationEvent, Report, ReportState
from comments.states import FIRST_EVENTS, Action, CommentStatus

TAKEN_DOWN = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)
LET_STAND = (Action.APPROVE, Action.RESTORE, Action.KEEP)


def follow(events: Iterable[ModerationEvent]) -> None:
    """Settle, or open again, the reports of the events' comments; in the acts' transaction."""
    decided = [event.comment_id for event in events if _is_decision(event)]
    reported = Report.objects.filter(comment_id__in=decided) if decided else Report.objects.none()
    for comment_id in sorted(set(reported.order_by().values_list("comment_id", flat=True))):
        _settle(comment_id)


def _settle(comment_id: int) -> None:
    reports = Report.objects.filter(comment_id=comment_id)
    decision = _standing_decision(comment_id)
    later = reports.filter(created_at__gt=decision.created_at) if decision else reports
    later.update(state=ReportState.OPEN, settled_at=None)
    if decision:
        reports.filter(created_at__lte=decision.created_at).update(
            state=_outcome(decision), settled_at=decision.created_at
        )


def _is_decision(event: ModerationEvent) -> bool:
    return event.action == Action.UNDO or _outcome(event) is not None


def _outcome(event: ModerationEvent) -> ReportState | None:
    """What the event answers to a report; None when it answers nothing, as Hold."""
    if event.action in FIRST_EVENTS:
        return None
    if event.to_status in TAKEN_DOWN:
        return ReportState.UPHELD
    is_kept = event.to_status == CommentStatus.PUBLISHED and event.action in LET_STAND
    return ReportState.DISMISSED if is_kept else None


def _standing_decision(comment_id: int) -> ModerationEvent | None:
    """The last decision that was not taken back; an undo takes the event before it along."""
    log = list(ModerationEvent.objects.filter(comment_id=comment_id).order_by("pk"))
    while log:
        event = log.pop()
        if event.action == Action.UNDO:
            log.pop()
        elif _outcome(event) is not None:
            return event
    return None
