"""One page of a thread, in a number of queries and rows that does not grow with the thread."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import Count, Q
from wagtail.models import Page

from comments import conf
from comments.models import Comment, ThreadOrder
from comments.threads.conversations import (
    SHOWN_FIELDS,
    answer_counts,
    answers_in,
    answers_shown_of_each,
    first_answers,
    home_of,
    load,
    opening,
    tops,
)
from comments.threads.entry import Entry, entry_of
from comments.threads.hanging import hang
from comments.threads.place import Place

BEGINNING = Place()


@dataclass(frozen=True, kw_only=True)
class VisibleThread:
    """One page of a thread: its entries at the top, and how many comments show in all.

    `shown` is how many of these are on this page, `place` where it is, `pages` how many there are
    of its kind; `conversations` counts the comments at the top of the whole thread, `answers`
    those of the one conversation that is shown, if only one is. `order` is the site's own.
    """

    page: Page
    entries: list[Entry]
    count: int
    shown: int
    place: Place
    pages: int
    order: str
    conversations: int
    answers: int = 0

    @property
    def previous(self) -> Place | None:
        """The page before this one."""
        return self._turned(-1)

    @property
    def next(self) -> Place | None:
        """The page after this one."""
        return self._turned(1)

    @property
    def newest(self) -> Place:
        """Where the last word stands first."""
        return self._in_order(ThreadOrder.NEWEST)

    @property
    def oldest(self) -> Place:
        """Where the first word stands first."""
        return self._in_order(ThreadOrder.OLDEST)

    @property
    def is_newest_first(self) -> bool:
        """Which way this page is told."""
        return (self.place.order or self.order) == ThreadOrder.NEWEST

    def _turned(self, by: int) -> Place | None:
        number = self.place.number + by
        return replace(self.place, number=number) if 1 <= number <= self.pages else None

    def _in_order(self, order: str) -> Place:
        return Place(order="" if order == self.order else order)


def visible_thread(
    page: Page, place: Place = BEGINNING, *, order: str = ThreadOrder.OLDEST
) -> VisibleThread:
    """What shows below a page at a place of its thread, or at the nearest one that there is.

    `order` is the site's own, which a place may override. A conversation that is not here gives
    the beginning of the thread.
    """
    if place.conversation is None:
        return _page_of_conversations(page, place, order)
    root = _top(home_of(page), place.conversation)
    if root is None:
        return _page_of_conversations(page, BEGINNING, order)
    return _conversation(page, root, place, order)


def _page_of_conversations(page: Page, place: Place, order: str) -> VisibleThread:
    begun = opening(home_of(page).pk, order=place.order or order)
    pages, number, shelf = _turn_to(place.number, begun.conversations, conf.CONVERSATIONS_ON_A_PAGE)
    roots, counts = begun.roots, begun.counts
    if number > 1:
        roots = load(tops(home_of(page).pk, order=place.order or order)[shelf])
        counts = answer_counts([root.pk for root in roots])
    most = answers_shown_of_each(counts)
    answers = first_answers(counts, most=most)
    entries = _hung([*roots, *answers], page)
    for entry in entries:
        below = counts.get(entry.comment.pk, 0)
        entry.more = below if below > most else 0
    return VisibleThread(
        page=home_of(page),
        entries=entries,
        count=begun.count,
        shown=len(roots) + len(answers),
        place=Place(number=number, order="" if place.order == order else place.order),
        pages=pages,
        order=order,
        conversations=begun.conversations,
    )


def _conversation(page: Page, root: Comment, place: Place, order: str) -> VisibleThread:
    count, conversations = _sizes(page)
    answers = answers_in(root.pk)
    number_of_answers = answers.count()
    pages, number, shelf = _turn_to(place.number, number_of_answers, conf.ANSWERS_IN_A_CONVERSATION)
    here = load(answers[shelf])
    return VisibleThread(
        page=home_of(page),
        entries=_hung([root, *here], page),
        count=count,
        shown=1 + len(here),
        place=Place(conversation=root.pk, number=number),
        pages=pages,
        order=order,
        conversations=conversations,
        answers=number_of_answers,
    )


def _sizes(page: Page) -> tuple[int, int]:
    """How many comments show below a page, and how many of them answer nobody."""
    shown = Comment.objects.shown().filter(page_id=home_of(page).pk)
    sizes = shown.aggregate(all=Count("page_id"), tops=Count("page_id", filter=Q(root=None)))
    return sizes["all"], sizes["tops"]


def _top(page: Page, number: int) -> Comment | None:
    """The comment at the top of the page's thread that has this number, if it shows."""
    found = Comment.objects.shown().filter(page_id=page.pk, root=None, pk=number)
    return found.only(*SHOWN_FIELDS).first()


def _turn_to(wanted: int, count: int, size: int) -> tuple[int, int, slice]:
    """How many pages there are, which of them is nearest to the wanted one, and its slice."""
    pages = max(1, -(-count // size))
    number = min(wanted, pages)
    return pages, number, slice((number - 1) * size, number * size)


def _hung(comments: Collection[Comment], page: Page) -> list[Entry]:
    here = {comment.pk for comment in comments}
    absent = {comment.parent_id for comment in comments if comment.parent_id} - here
    elsewhere = Comment.objects.filter(pk__in=absent).only(*SHOWN_FIELDS) if absent else ()
    return hang(
        [entry_of(comment, page) for comment in comments],
        elsewhere={comment.pk: entry_of(comment, page) for comment in elsewhere},
    )
