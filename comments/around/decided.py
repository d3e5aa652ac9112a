"""What people decided, as the log has it, and how long each comment had waited for it."""

from datetime import datetime, timedelta

from django.db.models import (
    Case,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.expressions import CombinedExpression
from wagtail.models import Page

from comments.around.bounded import MedianWait
from comments.models import ModerationEvent
from comments.models.event import ModerationEventQuerySet
from comments.states import CommentStatus

MOST_MEASURED = 1_000
Row = tuple[datetime, int | None, timedelta | None]
ENDED_A_WAIT = Q(from_status=CommentStatus.PENDING) & ~Q(to_status=CommentStatus.PENDING)


def decisions(
    *, since: datetime, section: "QuerySet[Page] | None" = None
) -> ModerationEventQuerySet:
    """People's decisions since then that stand; on comments of a section alone, if there is one."""
    return within(section, ModerationEvent.objects.decided().filter(created_at__gte=since))


def within(
    section: "QuerySet[Page] | None", events: ModerationEventQuerySet
) -> ModerationEventQuerySet:
    """Those of the events that are about comments of a section."""
    return events if section is None else events.filter(comment__page__in=section)


def median_wait(events: ModerationEventQuerySet) -> MedianWait:
    """How long half of the comments waited at most that these events ended the wait of.

    Of the last `MOST_MEASURED` of them, as part of a query.
    """
    ended = events.filter(ENDED_A_WAIT).annotate(waited=_waited())
    return MedianWait(ended.order_by("-created_at", "-pk").values("waited")[:MOST_MEASURED])


def with_waits(events: ModerationEventQuerySet) -> "QuerySet[ModerationEvent, Row]":
    """Of each event, the last first: when, by whom, and how long its comment had waited for it.

    The last is None for a comment that did not wait.
    """
    waited = Case(When(ENDED_A_WAIT, then=_waited()))
    newest = events.annotate(waited=waited).order_by("-created_at", "-pk")
    return newest.values_list("created_at", "actor_number", "waited")


def _waited() -> "ExpressionWrapper[CombinedExpression]":
    """A comment begins to wait by the last event that put it there: sent in, imported, or held."""
    earlier = ModerationEvent.objects.filter(comment=OuterRef("comment"), pk__lt=OuterRef("pk"))
    put_there = earlier.filter(to_status=CommentStatus.PENDING)
    put_there = put_there.exclude(from_status=CommentStatus.PENDING).order_by("-pk")
    began = Subquery(put_there.values("created_at")[:1])
    return ExpressionWrapper(F("created_at") - began, output_field=DurationField())
