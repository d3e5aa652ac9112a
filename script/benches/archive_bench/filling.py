"""Fills an index with posts, in bulk: fifty thousand in a minute or two.

What signals would do beside (`blog.searching.keeping`) is done in bulk, too.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models.sql import InsertQuery
from wagtail.models import Page

from blog.archives.counting import recount, shelf_of
from blog.models import Author, CampaignPage, PostAuthor, PostPage, PostWords, Series, Topic
from blog.searching import keeping

BEGAN_AT = datetime(2012, 1, 5, 17, tzinfo=UTC)
DAYS = 5_000
WORDS = 5_000  # different ones; the n-th is n times as rare as the first
WORDS_IN_A_POST = 300
TEXTS = 2_000  # different ones
AT_ONCE = 500
CAMPAIGNS, AUTHORS, TOPICS = 8, 12, 40
IN_SERIES = 30


@dataclass(frozen=True)
class Named:
    """What posts are filed under; the first topic holds all posts, the second only the oldest."""

    topics: Sequence[Topic]
    authors: Sequence[Author]
    campaigns: Sequence[CampaignPage]
    series: Series


def word(number: int) -> str:
    """The n-th word, which no two share: "baciwo"."""
    letters = "bcdfghklmnprstvz"
    vowels = "aeiou"
    made = ""
    while number or not made:
        number, which = divmod(number, len(letters) * len(vowels))
        made += letters[which % len(letters)] + vowels[which // len(letters)]
    return f"{made}wo"


def fill(index: Page, named: Named, number: int) -> None:
    """Posts below an index that has none, filed under these names."""
    chance = random.Random(7)  # noqa: S311  (the same newsroom every time)
    posts = _posts(index, named, number, chance)
    with transaction.atomic():
        while some := list(islice(posts, AT_ONCE)):
            _insert(some)
            _file(some, named)
    index.numchild = number
    index.save()
    _derive(index)
    if connection.vendor == "postgresql":
        _settle()


def _settle() -> None:
    """Numbers go on behind those given; and what the server does by itself, later."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _posts(index: Page, named: Named, number: int, chance: random.Random) -> Iterator[PostPage]:
    first = (Page.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    kind = ContentType.objects.get_for_model(PostPage)
    texts = _texts(min(number, TEXTS), chance)
    for place in range(number):
        text = texts[place % len(texts)]
        title = f"Post {place} {word(chance.randrange(WORDS))}"
        yield PostPage(
            id=first + place,
            path=Page._get_path(index.path, index.depth + 1, place + 1),
            depth=index.depth + 1,
            title=title,
            draft_title=title,
            slug=f"post-{place}",
            url_path=f"{index.url_path}post-{place}/",
            content_type=kind,
            locale=index.locale,
            live=True,
            posted_at=BEGAN_AT + timedelta(days=DAYS * place / number, seconds=place),
            body=[("paragraph", f"<p>{text}</p>")],
            series=named.series if place % max(number // IN_SERIES, 1) == 0 else None,
        )


def _texts(number: int, chance: random.Random) -> list[str]:
    words = [word(place) for place in range(WORDS)]
    weights = [1 / place for place in range(1, WORDS + 1)]
    return [" ".join(chance.choices(words, weights, k=WORDS_IN_A_POST)) for _text in range(number)]


def _insert(posts: Sequence[PostPage]) -> None:
    """Both rows of each post; Django's bulk_create makes no rows of inherited tables."""
    for post in posts:
        post.page_ptr_id = post.id
    for model in (Page, PostPage):
        query = InsertQuery(model)
        query.insert_values(model._meta.local_concrete_fields, posts)
        query.get_compiler(connection=connection).execute_sql()


def _file(posts: Sequence[PostPage], named: Named) -> None:
    everything, oldest, *others = named.topics
    topics: list[tuple[int, int]] = []
    for post in posts:
        topics += [(post.pk, everything.pk), (post.pk, _turn(others, post).pk)]
        if post.posted_at < BEGAN_AT + timedelta(days=DAYS / 10):
            topics.append((post.pk, oldest.pk))
    through: Any = PostPage.topics.through
    through.objects.bulk_create(through(postpage_id=post, topic_id=topic) for post, topic in topics)
    campaigns: Any = PostPage.campaigns.through
    campaigns.objects.bulk_create(
        campaigns(postpage_id=post.pk, campaignpage_id=_turn(named.campaigns, post).pk)
        for post in posts
    )
    PostAuthor.objects.bulk_create(
        PostAuthor(post_id=post.pk, author=_turn(named.authors, post), sort_order=0)
        for post in posts
    )


def _turn(subjects: Sequence[Any], post: PostPage) -> Any:
    """Each in its turn."""
    return subjects[post.pk % len(subjects)]


def _derive(index: Page) -> None:
    """The words of each post, and the numbers of the months."""
    shelves = set()
    posts = PostPage.objects.child_of(index).order_by("pk").iterator(chunk_size=AT_ONCE)
    while some := list(islice(posts, AT_ONCE)):
        rows = [keeping.words_of(post, index_id=index.pk) for post in some]
        PostWords.objects.bulk_create(rows)
        shelves |= {shelf_of(row) for row in rows}
    recount(shelves)
