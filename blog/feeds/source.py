"""What a feed is made of, and the feed of it."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from blog.feeds.entries import entry_of, with_entries
from blog.models.posts import PostQuerySet
from operations import feeds
from operations.feeds import changes

NEWEST = 20
"""As many posts as a feed holds; readers ask several times a day."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Posts that belong together. `url` is the whole address of the page that lists them.

    `front` is the front page of their edition, in whose name the feed speaks; `title` and
    `description` may be empty for the edition itself.
    """

    front: Page
    url: str
    posts: PostQuerySet
    title: str = ""
    description: str = ""


def feed_of(source: Source, *, url: str) -> feeds.Feed:
    """The feed that is to be found at `url`."""
    newest = list(with_entries(source.posts.newest_first())[:NEWEST])
    items = tuple(entry_of(post, url=post.full_url) for post in newest if post.full_url)
    name = source.front.title
    return feeds.Feed(
        title=f"{source.title} · {name}" if source.title else name,
        description=source.description or source.front.search_description,
        home_url=source.url,
        url=url,
        language=source.front.locale.language_code,
        author=feeds.Person(name, source.front.full_url or ""),
        items=items,
        changed_at=_last_change(items),
    )


def _last_change(items: tuple[feeds.Item, ...]) -> datetime | None:
    """When a page, an author, a topic, an image or a setting last changed for readers."""
    moments = filter(None, (changes.of_pages(), changes.of_models()))
    return max([*moments, *(item.updated_at for item in items)], default=None)
