"""Narrows posts to those on a shelf: of a topic, by an author, in a series, of a campaign.

How they are found depends on how many there are: a handful is looked up one by one, and of very
many the next page is never far when all posts are gone through in their order. The databases'
planners can't know which it is: they know how full shelves are on average.
"""

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

if TYPE_CHECKING:
    from blog.models.posts import PostQuerySet

# Sorting so many takes about as long as passing by fifty thousand others (script/bench archives).
RARE = 2_000

Rows = QuerySet[Any]  # Any: rows of any table that names posts


def narrow(
    posts: "PostQuerySet", shelf: Rows, *, post: str, size: int | None = None
) -> "PostQuerySet":
    """Those that rows of `shelf` name in their column `post`; `size` is their number, if known."""
    numbers = shelf.order_by().values(post)
    if not (_is_rare(numbers) if size is None else size <= RARE):
        narrowed: PostQuerySet = posts.filter(Exists(numbers.filter(**{post: OuterRef("pk")})))
    else:
        narrowed = posts.filter(pk__in=numbers)
    return narrowed


def _is_rare(numbers: Rows) -> bool:
    return numbers[: RARE + 1].count() <= RARE
