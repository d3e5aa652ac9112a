"""The whole log as one list, the newest first: both tables, filtered, and read by a cursor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from accounts.models import User
from comments import permissions
from comments.desk.log_words import in_words
from comments.models import Comment, DeskAct, DeskEvent, ModerationEvent
from comments.moderation_queue import wording
from comments.states import Action
from comments.submission import read_number
from operations import day_keys

EVENTS_PER_PAGE = 50
ABOUT_COMMENTS = (
    DeskAct.REPORT,
    DeskAct.APPEAL,
    DeskAct.UPHOLD,
    DeskAct.REVERSE,
    DeskAct.VARY,
)
# What is within these is, in any zone, a moment that every database knows.
FIRST_YEAR, LAST_YEAR = 2000, 2999
MODERATION, DESK = 0, 1  # which table, where two events happened at the same moment


class Cursor(NamedTuple):
    """The place of an event in the list: what comes after it is before this."""

    at: datetime
    table: int
    number: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.table}~{self.number}"


@dataclass(frozen=True)
class LogFilter:
    """What the address asks for; whatever makes no sense there asks for nothing."""

    moderator: int | None = None
    act: str = ""
    day: date | None = None
    after: Cursor | None = None

    @classmethod
    def read(cls, query: dict[str, Any]) -> "LogFilter":  # Any: strings of an address
        """From the fields of an address."""
        act = query.get("act", "")
        return cls(
            moderator=read_number(query.get("moderator", "")),
            act=act if act in (*Action.values, *DeskAct.values) else "",
            day=_day(query.get("day", "")),
            after=_cursor(query.get("after", "")),
        )


@dataclass(frozen=True)
class Row:
    """One event, in words. `comment` is its number where it is about one."""

    cursor: Cursor
    what: str
    who: str
    comment: int | None
    detail: str


def read(asked: LogFilter, *, viewer: User) -> tuple[list[Row], Cursor | None]:
    """A page of the log, and where the next one begins, if there is more; two queries or three."""
    rows = list(islice(_newest_first(asked, viewer), EVENTS_PER_PAGE + 1))
    is_more = len(rows) > EVENTS_PER_PAGE
    shown = rows[:EVENTS_PER_PAGE]
    return shown, shown[-1].cursor if is_more else None


def acts() -> list[tuple[str, str | Promise]]:
    """Everything that can stand in the log, for the filter."""
    decisions = [(action.value, wording.act(action)) for action in Action]
    return [*decisions, *DeskAct.choices]


def _newest_first(asked: LogFilter, viewer: User) -> Iterator[Row]:
    decisions = _narrow(ModerationEvent.objects.all(), asked, table=MODERATION)
    desk = _narrow(DeskEvent.objects.all(), asked, table=DESK)
    if permissions.section_of(viewer) is not None:
        own = permissions.visible(Comment.objects.all(), viewer).values("pk")
        decisions = decisions.filter(comment_id__in=own)
        desk = desk.filter(act__in=ABOUT_COMMENTS, subject__in=own)
    rows = merge(
        map(_decision, decisions[: EVENTS_PER_PAGE + 1]),
        map(_at_the_desk, desk[: EVENTS_PER_PAGE + 1]),
        key=lambda row: row.cursor,
        reverse=True,
    )
    yield from rows


def _narrow(events: QuerySet[Any], asked: LogFilter, *, table: int) -> QuerySet[Any]:
    """Those asked for, in the order of the list. Any: of either table."""
    found = events.select_related("actor").order_by("-created_at", "-pk")
    if asked.moderator is not None:
        found = found.filter(actor_number=asked.moderator)
    if asked.act:
        found = found.filter(**{"action" if table == MODERATION else "act": asked.act})
    if asked.day:
        ends = day_keys.midnight(asked.day + timedelta(days=1))
        found = found.filter(created_at__gte=day_keys.midnight(asked.day), created_at__lt=ends)
    if asked.after:
        found = found.filter(_after(asked.after, table))
    return found


def _after(cursor: Cursor, table: int) -> Q:
    earlier = Q(created_at__lt=cursor.at)
    if table < cursor.table:
        return earlier | Q(created_at=cursor.at)
    if table == cursor.table:
        return earlier | Q(created_at=cursor.at, pk__lt=cursor.number)
    return earlier


def _decision(event: ModerationEvent) -> Row:
    return Row(
        Cursor(event.created_at, MODERATION, event.pk),
        wording.act(event.action),
        wording.who(event),
        event.comment_id,
        event.get_reason_display() if event.reason else "",
    )


def _at_the_desk(event: DeskEvent) -> Row:
    is_about_comment = event.act in ABOUT_COMMENTS
    return Row(
        Cursor(event.created_at, DESK, event.pk),
        event.get_act_display(),
        _who(event),
        event.subject if is_about_comment else None,
        in_words(event.act, event.data),
    )


def _who(event: DeskEvent) -> str:
    if event.actor:
        return str(get_user_display_name(event.actor))
    if event.actor_number is not None:
        return _("somebody whose account is gone")
    return _("the author") if event.act == DeskAct.APPEAL else _("a reader")


def _day(typed: str) -> date | None:
    try:
        day = parse_date(typed)
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _cursor(typed: str) -> Cursor | None:
    at, _tilde, rest = typed.partition("~")
    table, _tilde, number = rest.partition("~")
    try:
        moment = parse_datetime(at)
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None or table not in ("0", "1"):
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    read = read_number(number)
    return None if read is None else Cursor(moment, int(table), read)
