"""From what was asked for to the comments that fit: to be listed, and to be counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from comments import search
from comments.models import CommentQuerySet
from comments.moderation_queue.languages import in_language
from comments.states import CommentStatus

# Beyond these a day has no moment in every zone; no comment is as old, or as new.
FIRST_YEAR, LAST_YEAR = 1970, 9000
# So many are looked up page by page and sorted; of more the next one in their order is never far.
FEW = 5_000

Asked = Mapping[str, Any]  # Any: what fields of a form hold


@dataclass(frozen=True)
class Narrowed:
    """The comments that fit, twice: as they are listed, and as they are counted in every status.

    Where `is_part`, only a part of very many is counted: there are more.
    """

    listed: CommentQuerySet
    counted: CommentQuerySet
    is_part: bool = False


def narrow(comments: CommentQuerySet, asked: Asked, *, tab: str) -> Narrowed:
    """Those of the comments that fit the valid fields of a `filters.QueueFilter`.

    Where they are sought by words, only those of the `tab` are listed.
    """
    listed = counted = comments.filter(*_conditions(asked))
    if (pages := pages_of(asked)) is not None:
        listed, counted = _on(listed, pages), counted.filter(page__in=pages)
    if words := asked.get("q"):
        found = search.find(words)
        only = CommentStatus(tab) if tab in CommentStatus.values else None
        return Narrowed(found.all(listed, status=only), found.known(counted), not found.is_all)
    return Narrowed(listed, counted)


def _on(comments: CommentQuerySet, pages: QuerySet[Page, Any]) -> CommentQuerySet:
    """Those on any of the pages, in the form in which the database finds the first ones soonest."""
    on = comments.filter(page__in=pages)
    if on.order_by()[: FEW + 1].count() <= FEW:
        return on
    # No index has a sum; so the comments are gone through in their order.
    return comments.alias(its_page=F("page_id") + 0).filter(its_page__in=pages)


def pages_of(asked: Asked) -> QuerySet[Page, Any] | None:
    """The numbers of the pages that the list is narrowed to; None where it is to none."""
    title, section_id = asked.get("post"), asked.get("section")
    if not (title or section_id):
        return None
    pages = Page.objects.order_by()
    if title:
        pages = pages.filter(title__icontains=title)
    if section_id:
        path = Page.objects.filter(pk=section_id).values_list("path", flat=True).first()
        pages = pages.filter(path__startswith=path) if path else pages.none()
    numbers: QuerySet[Page, Any] = pages.values("pk")
    return numbers


def _conditions(asked: Asked) -> Iterator[Q]:
    if page_id := asked.get("page"):
        yield Q(page_id=page_id)
    if cluster_id := asked.get("alike"):
        yield Q(cluster_id=cluster_id)
    yield from _between(asked.get("since"), asked.get("until"))
    if language := asked.get("language"):
        yield in_language(language)
    if asked.get("urgent"):
        # Of what is binned, `urgency` says something else.
        yield Q(status=CommentStatus.PENDING, urgency__gt=0)


def _between(since: date | None, until: date | None) -> Iterator[Q]:
    """Days of the newsroom's zone, in full, so that an index can be sought by them."""
    if since and since.year >= FIRST_YEAR:
        yield Q(created_at__gte=_midnight(since))
    if until and until.year <= LAST_YEAR:
        yield Q(created_at__lt=_midnight(until + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
