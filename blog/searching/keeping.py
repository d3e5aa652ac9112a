"""Keeps the row of words of each post true, in the transaction that changes the post.

What a draft says is in none: only what anybody may read is found. The months' numbers follow.
"""

import time
import unicodedata
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from wagtail.models import Page

from blog.archives.counting import recount, shelf_of
from blog.archives.periods import Period
from blog.models.derived import PostWords
from blog.models.posts import PostAuthor, PostPage
from blog.searching.filing import INDEX, Facet, words

BUDGET_SECONDS = 3.0  # the clock has other jobs, too; it is back in a minute
AT_ONCE = 100
# The worker may be catching up with the same post.
OR_UPDATE: Any = {
    "update_conflicts": True,
    "unique_fields": ["post"],
    "update_fields": ["index", "posted_at", "title", "filed", "text"],
}
LONGEST_TITLE = 255  # of the column
MOST_CHARACTERS = 500_000  # of a text; imported ones may be of any length


def keep(post_id: int) -> None:
    """Make a post's row what readers may find of it; doing it twice changes nothing."""
    post = PostPage.objects.live().public().filter(pk=post_id).first()
    if post is None:
        forget(post_id)
        return
    with transaction.atomic(savepoint=False):
        before = PostWords.objects.filter(pk=post_id).defer("text").first()
        after = words_of(post, index_id=post.get_parent().pk)
        PostWords.objects.bulk_create([after], **OR_UPDATE)
        shelves = {shelf_of(row) for row in (before, after) if row}
        if before is None or len(shelves) > 1:
            recount(shelves)


def forget(post_id: int) -> None:
    """Find a post no more; its month is counted when the row goes."""
    for row in PostWords.objects.filter(pk=post_id).defer("text"):
        row.delete()


def refile(post_id: int) -> None:
    """Say again what a post is filed under; its words stay."""
    for row in PostWords.objects.filter(pk=post_id).defer("text"):
        row.filed = _filed(row)
        row.save(update_fields=["filed"])


def keep_below(page: Page) -> None:
    """Keep all posts that stand below a page, and itself: it moved, or opened, or was closed."""
    below = PostPage.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True)
    for post_id in list(below):
        keep(post_id)


def catch_up() -> None:
    """Find posts that have no row yet; a job of the clock, for what came another way."""
    until = time.monotonic() + BUDGET_SECONDS
    while (missing := _missing()) and time.monotonic() < until:
        for post_id in missing:
            keep(post_id)


def _missing() -> list[int]:
    row = PostWords.objects.filter(pk=OuterRef("pk"))
    posts = PostPage.objects.live().public().filter(~Exists(row)).order_by("pk")
    return list(posts.values_list("pk", flat=True)[:AT_ONCE])


def words_of(post: PostPage, *, index_id: int) -> PostWords:
    """The row of a post below an index, not yet saved."""
    row = PostWords(
        post_id=post.pk,
        index_id=index_id,
        posted_at=post.posted_at,
        title=_in_one_piece(post.title)[:LONGEST_TITLE],
        text=text_of(post),
    )
    row.filed = _filed(row)
    return row


def text_of(post: PostPage) -> str:
    """The words of its body, without markup, in one line.

    Wagtail says "None" of a field that nobody ever filled in.
    """
    texts = post.body.stream_block.get_searchable_content(post.body)
    said = " ".join(text for text in texts if text != str(None))
    return _in_one_piece(" ".join(said.split()))[:MOST_CHARACTERS]


def _in_one_piece(text: str) -> str:
    """Each letter with its marks, as it was typed or not; a few letters get longer by it."""
    return unicodedata.normalize("NFC", text)


def _filed(row: PostWords) -> str:
    """Asked of the database, in one query: what an editor has in hand may not be saved."""
    topics = PostPage.topics.through.objects.filter(postpage_id=row.post_id)
    campaigns = PostPage.campaigns.through.objects.filter(postpage_id=row.post_id)
    authors = PostAuthor.objects.order_by().filter(post_id=row.post_id)
    named = topics.values_list(Value(Facet.TOPIC.value), "topic_id").union(
        campaigns.values_list(Value(Facet.CAMPAIGN.value), "campaignpage_id"),
        authors.values_list(Value(Facet.AUTHOR.value), "author_id"),
    )
    own = [(INDEX, row.index_id), (Facet.YEAR.value, Period.of(row.posted_at).year)]
    return words([*own, *sorted(named)])
