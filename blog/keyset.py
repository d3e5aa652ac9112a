"""Places in a list that goes by date, as an address names them.

A place is a post, so that a page of a list holds the same posts however many appear meanwhile, and
the ten-thousandth opens as fast as the first.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from operations import mark

if TYPE_CHECKING:
    from blog.models.posts import PostPage, PostQuerySet


class Mark(mark.Mark):
    """A post's place: its date line, and its number among those of the same moment."""

    @classmethod
    def of(cls, post: "PostPage") -> Self:
        """Where a post stands."""
        return cls(post.posted_at, post.pk)


@dataclass(frozen=True)
class Way:
    """Which way a list goes: the newest first, or as a series is read."""

    is_oldest_first: bool = False

    def along(self, posts: "PostQuerySet") -> "PostQuerySet":
        """In the order of the list."""
        return posts.oldest_first() if self.is_oldest_first else posts.newest_first()

    def against(self, posts: "PostQuerySet") -> "PostQuerySet":
        """In the opposite order."""
        return posts.newest_first() if self.is_oldest_first else posts.oldest_first()

    def after(self, posts: "PostQuerySet", mark: Mark) -> "PostQuerySet":
        """Those further on in the list, the next one first."""
        return self.along(_beyond(posts, mark, "gt" if self.is_oldest_first else "lt"))

    def before(self, posts: "PostQuerySet", mark: Mark) -> "PostQuerySet":
        """Those that one has passed, the nearest one first."""
        return self.against(_beyond(posts, mark, "lt" if self.is_oldest_first else "gt"))


def _beyond(posts: "PostQuerySet", mark: Mark, side: str) -> "PostQuerySet":
    """The first condition is the one that an index can be asked for."""
    not_at_once = Q(**{f"posted_at__{side}": mark.at}) | Q(**{f"pk__{side}": mark.pk})
    beyond: PostQuerySet = posts.filter(Q(**{f"posted_at__{side}e": mark.at}) & not_at_once)
    return beyond
