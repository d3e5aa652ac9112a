"""One page of a list of posts, and the ways to those before and after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpRequest

from blog.keyset import Mark, Way
from comments import threads

if TYPE_CHECKING:
    from blog.models.posts import PostPage, PostQuerySet

POSTS_PER_PAGE = 10
PINNED_AT_MOST = 3  # more would push the news off a telephone's screen
# The keys of the address. NUMBER is that of older addresses, which go on giving a page.
AFTER, BEFORE, NUMBER = "after", "before", "page"
MOST_DIGITS = 6


@dataclass(frozen=True)
class Teaser:
    """A post as lists show it; `is_pinned` where it stands above newer ones."""

    post: "PostPage"
    comment_count: int
    is_pinned: bool = False


@dataclass(frozen=True)
class Listing:
    """One page of a list, with the addresses of its neighbours, empty where there are none.

    `query` is what this page's own address ends with, empty for the first.
    """

    teasers: list[Teaser]
    back: str = ""
    on: str = ""
    query: str = ""
    is_oldest_first: bool = False


@dataclass(frozen=True)
class Stretch:
    """Some posts of a list in its order, and whether others stand before and after them."""

    posts: "list[PostPage]"
    query: str = ""
    has_before: bool = False
    has_after: bool = False


def list_posts(
    posts: "PostQuerySet",
    request: HttpRequest,
    *,
    has_pins: bool = False,
    is_oldest_first: bool = False,
) -> Listing:
    """The page that the address asks for, or the first one if it asks for what is not there.

    With `has_pins` pinned posts stand above the first page, and nowhere else.
    """
    pinned = _pinned(posts) if has_pins else []
    flow = posts.exclude(pk__in=[post.pk for post in pinned]) if pinned else posts
    way = Way(is_oldest_first)
    stretch = _asked(flow.with_bylines(), request.GET, way)
    above = [] if stretch.has_before else pinned
    return Listing(
        teasers=teasers_of([*above, *stretch.posts], pinned=above),
        back=_back(flow, request, stretch, way) if stretch.has_before else "",
        on=_query(AFTER, stretch.posts[-1]) if stretch.has_after else "",
        query=stretch.query,
        is_oldest_first=is_oldest_first,
    )


def teasers_of(posts: "Iterable[PostPage]", *, pinned: "Iterable[PostPage]" = ()) -> list[Teaser]:
    """Posts as lists show them, with their numbers of comments in one query."""
    shown, above = list(posts), {post.pk for post in pinned}
    counts = threads.counts_for(shown)
    return [Teaser(post, counts.get(post.pk, 0), post.pk in above) for post in shown]


def _pinned(posts: "PostQuerySet") -> "list[PostPage]":
    return list(posts.filter(is_pinned=True).newest_first().with_bylines()[:PINNED_AT_MOST])


def _asked(posts: "PostQuerySet", query: Mapping[str, str], way: Way) -> Stretch:
    """The stretch after a mark, before one, or at an old number; else the first."""
    if mark := Mark.read(query.get(AFTER, "")):
        stretch = _after(posts, mark, way)
    elif mark := Mark.read(query.get(BEFORE, "")):
        stretch = _before(posts, mark, way)
    else:
        stretch = _numbered(posts, query.get(NUMBER, ""), way)
    return stretch or _first(posts, way)


def _first(posts: "PostQuerySet", way: Way) -> Stretch:
    found = list(way.along(posts)[: POSTS_PER_PAGE + 1])
    return Stretch(found[:POSTS_PER_PAGE], has_after=len(found) > POSTS_PER_PAGE)


def _after(posts: "PostQuerySet", mark: Mark, way: Way) -> Stretch | None:
    found = list(way.after(posts, mark)[: POSTS_PER_PAGE + 1])
    if not found:
        return None
    return Stretch(
        found[:POSTS_PER_PAGE],
        f"?{AFTER}={mark}",
        has_before=True,
        has_after=len(found) > POSTS_PER_PAGE,
    )


def _before(posts: "PostQuerySet", mark: Mark, way: Way) -> Stretch | None:
    """A page that would begin with the first post is the first page, and goes by its address."""
    found = list(way.before(posts, mark)[: POSTS_PER_PAGE + 1])
    if len(found) <= POSTS_PER_PAGE:
        return None
    nearest = found[:POSTS_PER_PAGE][::-1]
    return Stretch(nearest, f"?{BEFORE}={mark}", has_before=True, has_after=True)


def _numbered(posts: "PostQuerySet", number: str, way: Way) -> Stretch | None:
    """The page that had this number when pages had numbers; the last if there are not so many."""
    if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
        return None
    passed = (int(number) - 1) * POSTS_PER_PAGE
    if passed <= 0:
        return None
    places = way.along(posts).values_list("posted_at", "pk")
    mark = next((Mark(*place) for place in places[passed - 1 : passed]), None)
    return _after(posts, mark, way) if mark else _last(posts, way)


def _last(posts: "PostQuerySet", way: Way) -> Stretch | None:
    found = list(way.against(posts)[: POSTS_PER_PAGE + 1])
    if len(found) <= POSTS_PER_PAGE:
        return None
    mark = Mark.of(found[-1])
    return Stretch(found[:POSTS_PER_PAGE][::-1], f"?{AFTER}={mark}", has_before=True)


def _back(posts: "PostQuerySet", request: HttpRequest, stretch: Stretch, way: Way) -> str:
    """The way back; where it leads to the first page, that page's own address."""
    first = stretch.posts[0]
    passed = way.before(posts, Mark.of(first)).values_list("pk")[: POSTS_PER_PAGE + 1]
    return _query(BEFORE, first) if len(passed) > POSTS_PER_PAGE else request.path


def _query(key: str, post: "PostPage") -> str:
    return "?" + urlencode({key: str(Mark.of(post))})
