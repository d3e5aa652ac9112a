"""The last words said, on whatever page."""

from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db.models import Exists, OuterRef
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext
from wagtail.query import PageQuerySet

from comments.models import Comment

EXCERPT_CHARACTERS = 120
# A page among those asked for is looked for among so many; on a page of all, the first ones do.
LOOKED_AT = 200


@dataclass(frozen=True)
class RecentComment:
    """Who said something where, and its first words in plain text; its number is its address."""

    pk: int
    name: str
    page_title: str
    words: str
    language: str
    said_at: datetime


def recent(pages: PageQuerySet, *, limit: int) -> list[RecentComment]:
    """The newest published comments on these pages, the last one first, in one query."""
    newest = Comment.objects.published().newest_first().values("pk")[:LOOKED_AT]
    here = pages.order_by().filter(pk=OuterRef("page_id"))
    found = Comment.objects.published().filter(pk__in=newest).filter(Exists(here))
    fields = ("author_name", "body_html", "language", "created_at", "page__title")
    shown = found.newest_first().select_related("page").only(*fields)
    return [_recent(comment) for comment in shown[:limit]]


def _recent(comment: Comment) -> RecentComment:
    plain = " ".join(unescape(strip_tags(comment.body_html)).split())
    return RecentComment(
        pk=comment.pk,
        name=comment.author_name or gettext("Anonymous"),
        page_title=comment.page.title,
        words=Truncator(plain).chars(EXCERPT_CHARACTERS, truncate="…"),
        language=comment.language or "",
        said_at=comment.created_at,
    )
