"""The thread of a page as readers see it: who shows, in which place, and with what words.

This module alone knows the rule: published comments and tombstones show; any other comment
shows as a bare place while a visible reply hangs below it; everything that shows counts.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments import conf, rendering
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy

VISIBLE = (CommentStatus.PUBLISHED, CommentStatus.REMOVED)

TOMBSTONES: Mapping[str, Promise] = {
    RemovedBy.ADMINISTRATOR: _("This comment has been removed by a blog administrator."),
    RemovedBy.AUTHOR: _("This comment has been removed by the author."),
    RemovedBy.UNKNOWN: _("This comment has been removed."),
}
REMOVED_SENTENCE = _("This comment has been removed.")
WAITING_SENTENCE = _("This comment is awaiting moderation.")


@dataclass
class Entry:
    """One place in a thread.

    `sentence` stands instead of the words (a tombstone, a bare place); `is_named` tells whether
    name and link show; `answers` is the entry it replies to when it stands too deep to be
    indented below it.
    """

    comment: Comment
    sentence: str | Promise = ""
    is_named: bool = True
    answers: "Entry | None" = None
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
    def can_be_answered(self) -> bool:
        """Whether a reader may reply to it."""
        return self.comment.status == CommentStatus.PUBLISHED


@dataclass(frozen=True)
class VisibleThread:
    """The entries at the top of a page's thread, and how many show in all."""

    page: Page
    entries: list[Entry]
    count: int


def visible_thread(page: Page) -> VisibleThread:
    """Everything that shows below a page, oldest first, replies below what they answer."""
    home = page.alias_of or page
    comments = list(
        Comment.objects.filter(page_id=home.pk)
        .filter(Q(status__in=VISIBLE) | Q(_has_replies()))
        .oldest_first()
        .defer("body")
    )
    shown = _shown(comments)
    entries = {comment.pk: _entry(comment) for comment in comments if comment.pk in shown}
    return VisibleThread(home, _hang(entries), len(entries))


def counts_for(pages: Iterable[Page]) -> dict[int, int]:
    """How many comments show below each page, by the page's number, in at most three queries."""
    threads = {page.pk: page.alias_of_id or page.pk for page in pages}
    counts = _counts(set(threads.values()))
    return {number: counts[thread] for number, thread in threads.items() if thread in counts}


def _counts(page_ids: Collection[int]) -> Counter[int]:
    comments = Comment.objects.filter(page_id__in=page_ids)
    visible = comments.filter(status__in=VISIBLE).order_by()
    counts = Counter(dict(visible.values_list("page_id").annotate(Count("pk"))))
    hidden = list(comments.exclude(status__in=VISIBLE).filter(_has_replies()).only(*_PLACE_FIELDS))
    answers = Comment.objects.filter(status__in=VISIBLE, parent__in=hidden).only(*_PLACE_FIELDS)
    places = _shown([*hidden, *answers])
    counts.update(comment.page_id for comment in hidden if comment.pk in places)
    return counts


_PLACE_FIELDS = ("pk", "page_id", "parent_id", "status")


def _has_replies() -> Exists:
    return Exists(Comment.objects.filter(parent=OuterRef("pk")))


def _shown(comments: Iterable[Comment]) -> set[int]:
    """The visible ones, and every comment on the way up from one of them."""
    parents = {comment.pk: comment.parent_id for comment in comments}
    shown: set[int] = set()
    for comment in comments:
        number = comment.pk if comment.status in VISIBLE else None
        while number in parents and number not in shown:
            shown.add(number)
            number = parents[number]
    return shown


def _entry(comment: Comment) -> Entry:
    if comment.status == CommentStatus.PUBLISHED:
        return Entry(comment)
    if comment.status == CommentStatus.REMOVED:
        return Entry(comment, TOMBSTONES[comment.removed_by])
    sentence = WAITING_SENTENCE if comment.status == CommentStatus.PENDING else REMOVED_SENTENCE
    return Entry(comment, sentence, is_named=False)


def _hang(entries: Mapping[int, Entry]) -> list[Entry]:
    """Place each entry below the one it answers, no deeper than the page indents."""
    answers: dict[int | None, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        parent_id = entry.comment.parent_id
        answers[parent_id if parent_id in entries else None].append(entry)
    # A queue, not a recursion: a chain of replies may be longer than Python's stack.
    shelves = deque((entry, entry, 0) for entry in answers[None])
    while shelves:
        entry, shelf, depth = shelves.popleft()
        for reply in answers[entry.comment.pk]:
            is_deep = depth >= conf.MAX_INDENT
            reply.answers = entry if is_deep else None
            (shelf if is_deep else entry).replies.append(reply)
            shelves.append((reply, shelf if is_deep else entry, depth + 1))
    return answers[None]
