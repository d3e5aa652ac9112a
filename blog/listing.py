"""One page of a list of posts, with what stands newer and older."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.http import HttpRequest

from comments import threads

if TYPE_CHECKING:
    from blog.models.posts import PostPage, PostQuerySet

POSTS_PER_PAGE = 10


@dataclass(frozen=True)
class Teaser:
    """A post as lists show it."""

    post: "PostPage"
    comment_count: int


@dataclass(frozen=True)
class Listing:
    """One page of a list; `page` knows its number and whether others follow."""

    teasers: list[Teaser]
    page: "PageOfResults[PostPage]"


def list_posts(posts: "PostQuerySet", request: HttpRequest) -> Listing:
    """The page that `?page=` asks for; a number that is none or too large gives the nearest one."""
    page = Paginator(posts, POSTS_PER_PAGE).get_page(request.GET.get("page"))
    counts = threads.counts_for(page.object_list)
    return Listing([Teaser(post, counts.get(post.pk, 0)) for post in page], page)
