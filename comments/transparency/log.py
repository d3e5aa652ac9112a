"""Reads the log from both of its tables, so that each history stands together. It holds one row."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from typing import Any

from django.db.models import Min, QuerySet

from comments.models import DeskAct, DeskEvent, ModerationEvent
from comments.transparency.counting import Happening

ABOUT_COMMENTS = (
    DeskAct.REPORT,
    DeskAct.APPEAL,
    DeskAct.UPHOLD,
    DeskAct.REVERSE,
    DeskAct.VARY,
)
COUNTED_ALONE = (DeskAct.BAN, DeskAct.LIFT, DeskAct.AUTHORITY)
COLUMNS = (
    "comment_id",
    "pk",
    "created_at",
    "action",
    "from_status",
    "to_status",
    "reason",
    "rule_version__rule__code",
    "actor_number",
    "was_flagged",
    "undoes_id",
)
ROWS_AT_ONCE = 5_000


def happenings(*, since: datetime | None, until: datetime) -> Iterator[Happening]:
    """All before `until` about everything to which something happened since `since`."""
    events = ModerationEvent.objects.filter(created_at__lt=until)
    desk = DeskEvent.objects.filter(created_at__lt=until)
    of_comments = desk.filter(act__in=ABOUT_COMMENTS, subject__isnull=False)
    alone = desk.filter(act__in=COUNTED_ALONE)
    if since:
        recent = events.filter(created_at__gte=since).values("comment_id")
        talked_of = of_comments.filter(created_at__gte=since).values("subject")
        of_comments = of_comments.filter(subject__in=recent) | of_comments.filter(
            subject__in=talked_of
        )
        events = events.filter(comment_id__in=recent)
        alone = alone.filter(created_at__gte=since)
    return merge(
        _of_comments(events), _at_the_desk(of_comments), _alone(alone), key=lambda row: row.subject
    )


def began_at() -> datetime | None:
    """When the first thing happened; None while the log is empty."""
    found = [
        model._default_manager.aggregate(first=Min("created_at"))["first"]
        for model in (ModerationEvent, DeskEvent)
    ]
    return min((at for at in found if at), default=None)


def has_news(*, since: datetime) -> bool:
    """Whether anything happened at `since` or later."""
    models = (ModerationEvent, DeskEvent)
    return any(each._default_manager.filter(created_at__gte=since).exists() for each in models)


def _of_comments(events: QuerySet[ModerationEvent]) -> Iterator[Happening]:
    rows = events.order_by("comment_id", "pk").values_list(*COLUMNS)
    for row in _stream(rows):
        comment, number, at, action, before, after, reason, rule, actor, flagged, undoes = row
        yield Happening(
            ("comment", comment),
            number,
            at,
            action,
            before,
            after,
            reason,
            rule or "",
            is_by_person=actor is not None,
            was_flagged=flagged,
            undoes=undoes,
        )


def _at_the_desk(events: QuerySet[DeskEvent]) -> Iterator[Happening]:
    rows = events.order_by("subject", "pk").values_list(
        "subject", "pk", "created_at", "act", "data"
    )
    for subject, number, at, act, data in _stream(rows):
        yield Happening(
            ("comment", subject),
            -number,
            at,
            act,
            detail=str(data.get("reason", "")),
            other="same" if data.get("by_same_person") else "",
            back=data.get("back"),
        )


def _alone(events: QuerySet[DeskEvent]) -> Iterator[Happening]:
    rows = events.order_by("pk").values_list("pk", "created_at", "act", "data")
    for number, at, act, data in _stream(rows):
        wanted, outcome = str(data.get("wanted", "")), str(data.get("outcome", ""))
        yield Happening(("desk", number), -number, at, act, detail=wanted, other=outcome)


def _stream(rows: QuerySet[Any, Any]) -> Iterable[Any]:  # Any: rows of several shapes
    return rows.iterator(chunk_size=ROWS_AT_ONCE)
