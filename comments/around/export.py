"""What a filter of the queue shows as a table (CSV), for a spreadsheet or a program.

UTF-8 with a byte order mark, for without one Excel takes it for another encoding; comma, quotes
where they are needed and doubled inside, lines end in CR LF (RFC 4180). Codes are codes, times ISO
8601 in the newsroom's zone. `neutral` keeps every text from being a formula.
"""

import csv
from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import desk_log, permissions
from comments.models import CommentQuerySet, DeskAct, ModerationEvent
from comments.moderation_queue.filters import QueueFilter
from comments.notifications.links import absolute
from operations.neutral import neutral

MOST_ROWS = 50_000
ROWS_AT_ONCE = 2_000
BYTE_ORDER_MARK = "\ufeff"
COLUMNS = ("id", "status", "page", "name", "said_at", "language", "body", "reason", "url")


class Row(NamedTuple):
    """One comment, as the database has it."""

    number: int
    status: str
    page: str
    name: str
    said_at: datetime
    language: str | None
    body: str
    reason: str | None
    shows: bool


class Echo:
    """What the writer of the table writes to: it hands each line on."""

    def write(self, line: str) -> str:
        """The same line."""
        return line


@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse | HttpResponseRedirect:
    """GET reader_comments:export: what the list shows with the same address, newest first.

    At most `MOST_ROWS`; the name of the file says so when there are more. A filter that makes no
    sense leads to the list, which says so.
    """
    moderator = permissions.require_moderator(request)
    wanted = QueueFilter(request.GET, among=permissions.within(request))
    if wanted.errors:
        messages.error(request, _("Nothing was exported: a filter makes no sense."))
        return HttpResponseRedirect(wanted.url(), status=HTTPStatus.SEE_OTHER)
    comments = wanted.of_tab()
    is_cut = comments.order_by()[: MOST_ROWS + 1].count() > MOST_ROWS
    if request.method == "GET":  # HEAD takes no row away
        with transaction.atomic():
            desk_log.record(DeskAct.EXPORT_LIST, actor=moderator, tab=wanted.tab)
    response = StreamingHttpResponse(table(comments), content_type="text/csv; charset=utf-8")
    name = file_name(wanted.tab, today=timezone.localdate().isoformat(), is_cut=is_cut)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def file_name(tab: str, *, today: str, is_cut: bool) -> str:
    """What the file is called."""
    part = f"-newest-{MOST_ROWS}" if is_cut else ""
    return f"reader-comments-{tab}-{today}{part}.csv"


def table(comments: CommentQuerySet) -> Iterator[str]:
    """The lines of the table, the names of its columns first; nobody's address is in it."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    for row in _rows(comments):
        yield writer.writerow([neutral(cell) for cell in _cells(row)])


def _rows(comments: CommentQuerySet) -> Iterator[Row]:
    last = ModerationEvent.objects.filter(comment=OuterRef("pk")).order_by("-pk")
    rows = comments.newest_first().values_list(
        "pk",
        "status",
        "page__title",
        "author_name",
        "created_at",
        "language",
        "body",
        Subquery(last.values("reason")[:1]),
        "shows",
    )
    return map(Row._make, rows[:MOST_ROWS].iterator(chunk_size=ROWS_AT_ONCE))


def _cells(row: Row) -> list[str]:
    return [
        str(row.number),
        row.status,
        row.page,
        row.name,
        timezone.localtime(row.said_at).isoformat(timespec="seconds"),
        row.language or "",
        row.body,
        row.reason or "",
        absolute(reverse("comments:permalink", args=[row.number])) if row.shows else "",
    ]
