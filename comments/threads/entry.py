"""One place in a thread, with the words that stand there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments import language, rendering
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy

TOMBSTONES: Mapping[str, Promise] = {
    RemovedBy.ADMINISTRATOR: _("This comment has been removed by a blog administrator."),
    RemovedBy.AUTHOR: _("This comment has been removed by the author."),
    RemovedBy.UNKNOWN: _("This comment has been removed."),
}
REMOVED_SENTENCE = _("This comment has been removed.")
WAITING_SENTENCE = _("This comment is awaiting moderation.")


class Badge(StrEnum):
    """Who of the newsroom has written a comment."""

    AUTHOR = "author"
    STAFF = "staff"


@dataclass
class Entry:
    """One place in a thread.

    `sentence` stands instead of the words (a tombstone, a bare place); `is_named` tells whether
    name and link show; `badge` says that the author is one of us; `answers` is the entry that it
    replies to when it does not stand below it, and `is_answer_elsewhere` whether that one is on
    another page; `more` counts the answers of a conversation that is cut short here.
    """

    comment: Comment
    sentence: str | Promise = ""
    is_named: bool = True
    badge: str = ""
    answers: "Entry | None" = None
    is_answer_elsewhere: bool = False
    more: int = 0
    replies: list["Entry"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The author's name, for those who gave none a word for that."""
        return self.comment.author_name or gettext("Anonymous")

    @property
    def body(self) -> SafeString:
        """The words, sanitised when they were stored."""
        return rendering.from_store(self.comment.body_html)

    @property
    def language(self) -> str:
        """Which language the words speak; empty where that is the page's or unknown."""
        return "" if self.sentence else self.comment.language or ""

    @property
    def direction(self) -> str:
        """Which way the words run, as `dir` has it."""
        return language.direction(self.language) or "auto"

    @property
    def is_public(self) -> bool:
        """Whether its words are there to be answered or reported."""
        return self.comment.status == CommentStatus.PUBLISHED


def entry_of(comment: Comment, page: Page) -> Entry:
    """The comment with the words that stand in its place below the page."""
    if comment.status == CommentStatus.PUBLISHED:
        return Entry(comment, badge=_badge(comment, page))
    if comment.status == CommentStatus.REMOVED:
        return Entry(comment, TOMBSTONES[comment.removed_by], badge=_badge(comment, page))
    sentence = WAITING_SENTENCE if comment.status == CommentStatus.PENDING else REMOVED_SENTENCE
    return Entry(comment, sentence, is_named=False)


def _badge(comment: Comment, page: Page) -> str:
    """Given by what the newsroom knows of the author, never by a name."""
    if comment.is_post_author:
        return Badge.AUTHOR
    if comment.staff_author is None:
        return ""
    return Badge.AUTHOR if page.is_written_by(comment.staff_author) else Badge.STAFF
