"""The comments of a thread as HTML: their template is rendered once for each of their shapes."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django import template
from django.template import RequestContext
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from wagtail.models import Page

from comments import stencils
from comments.states import RemovedBy
from comments.stencils import Value
from comments.threads import Entry

register = template.Library()

TEMPLATE = "comments/entry.html"


@dataclass(frozen=True)
class Below:
    """The page that comments stand below, and what may be done there."""

    page_number: int
    address: str
    is_open: bool
    opens_in_place: bool


@register.simple_tag(takes_context=True)
def thread_entries(context: RequestContext, entries: Iterable[Entry], page: Page) -> SafeString:
    """Each entry with the answers below it; how the thread stands, the context says."""
    below = Below(
        page_number=page.pk,
        address=str(context.get("address", "")),
        is_open=bool(context.get("is_open")),
        opens_in_place=bool(context.get("opens_in_place")),
    )
    return _drawn(entries, below)


def _drawn(entries: Iterable[Entry], below: Below) -> SafeString:
    # No deeper than pages indent (comments.threads.hanging).
    drawn = (
        (stencils.fill(TEMPLATE, _values(each, below), _fixed(each, below)),) for each in entries
    )
    return format_html_join("", "\n        {}\n      ", drawn)


def _values(entry: Entry, below: Below) -> Mapping[str, Value]:
    comment, answered = entry.comment, entry.answers
    said_at = timezone.localtime(comment.created_at)
    values: dict[str, Value] = {
        "number": comment.pk,
        "page_number": below.page_number,
        "anchor": comment.legacy_anchor or "",
        "name": entry.name,
        "website": "" if entry.sentence else comment.author_website,
        "answered": answered.comment.pk if answered else 0,
        "answered_name": answered.name if answered and answered.is_named else "",
        "language": entry.language,
        "sentence": str(entry.sentence),
        "body": "" if entry.sentence else entry.body,
        "said_at": said_at.isoformat(),
        "said": date_format(said_at, "DATETIME_FORMAT"),
        "replies": _drawn(entry.replies, below),
    }
    if comment.edited_at and not entry.sentence:
        values |= _edited(timezone.localtime(comment.edited_at))
    return values | _more(entry, below) if entry.more else values


def _edited(at: datetime) -> dict[str, Value]:
    return {"edited_at": at.isoformat(), "edited": date_format(at, "DATETIME_FORMAT")}


def _more(entry: Entry, below: Below) -> dict[str, Value]:
    words = ngettext("Show the answer", "Show all %(counter)s answers", entry.more)
    return {"address": below.address, "more": words % {"counter": entry.more}}


def _fixed(entry: Entry, below: Below) -> Mapping[str, Hashable]:
    return {
        "is_named": entry.is_named,
        "is_answer_elsewhere": entry.is_answer_elsewhere,
        "is_public": entry.is_public,
        "is_removed_by_us": entry.comment.removed_by == RemovedBy.ADMINISTRATOR,
        "badge": entry.badge,
        "direction": entry.direction,
        "is_open": below.is_open,
        "opens_in_place": below.opens_in_place,
    }
