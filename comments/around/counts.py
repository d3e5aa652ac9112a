"""How many comments a page has, and whose they are to decide on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Model, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from comments import permissions
from comments.around.bounded import MOST_SHOWN, CountUpTo, said
from comments.models import Comment, CommentableMixin
from comments.moderation_queue.reported import reported
from comments.moderation_queue.tabs import ALL, REPORTED
from comments.states import CommentStatus

LARGEST_COUNT = MOST_SHOWN + 1


@dataclass(frozen=True, kw_only=True)
class PageCounts:
    """How many comments below one page are in which state, `MOST_SHOWN` + 1 at most.

    `is_yours` tells whether who asks may decide on them.
    """

    page_id: int
    published: int
    waiting: int
    reported: int
    is_yours: bool

    @property
    def said(self) -> Mapping[str, str]:
        """The counts as people read them."""
        counts = {"published": self.published, "waiting": self.waiting, "reported": self.reported}
        return {name: said(number) for name, number in counts.items()}

    @property
    def waiting_url(self) -> str:
        """The queue of this page."""
        return self._url(CommentStatus.PENDING)

    @property
    def reported_url(self) -> str:
        """What readers reported below this page."""
        return self._url(REPORTED)

    @property
    def all_url(self) -> str:
        """Everything below this page."""
        return self._url(ALL)

    def _url(self, tab: str) -> str:
        return f"{reverse('reader_comments:queue')}?status={tab}&page={self.page_id}"


def counts_on(pages: Collection[Page], *, request: HttpRequest) -> dict[int, PageCounts]:
    """The counts of those of the pages that readers may comment on, by the page's number.

    One query for the numbers; one or two to know which pages are the user's, where it is not an
    administrator who asks.
    """
    numbers = [page.pk for page in pages if isinstance(page, CommentableMixin) and page.pk]
    if not numbers:
        return {}
    yours = _yours(numbers, request)
    here = Comment.objects.filter(page=OuterRef("pk"))
    counted = Page.objects.filter(pk__in=numbers).annotate(
        published_count=_up_to_most(here.published()),
        waiting_count=_up_to_most(here.waiting()),
        reported_count=_up_to_most(reported(here)),
    )
    rows = counted.values_list("pk", "published_count", "waiting_count", "reported_count")
    return {
        number: PageCounts(
            page_id=number,
            published=published,
            waiting=waiting,
            reported=about,
            is_yours=number in yours,
        )
        for number, published, waiting, about in rows
    }


def _up_to_most(rows: "QuerySet[Model]") -> CountUpTo:
    return CountUpTo(rows.order_by().values("pk")[:LARGEST_COUNT])


def _yours(numbers: Collection[int], request: HttpRequest) -> Collection[int]:
    if not permissions.may_moderate(request.user):
        return ()
    section = permissions.section_for(request)
    if section is None:
        return numbers
    return set(section.filter(pk__in=numbers).values_list("pk", flat=True))
