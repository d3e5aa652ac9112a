"""What hangs on a post in lists: nobody asks for one that is known to be empty."""

from typing import Any

from blog.models.posts import PostPage


def rows_of(post: PostPage, name: str) -> list[Any]:  # Any: rows of whichever table it is
    """The rows of a list; for a post that was found `knowing_what_is_empty` no query for none."""
    return list(getattr(post, name).all()) if getattr(post, f"has_{name}", True) else []
