"""What a post may be about, by whom it may be, in which series: and which posts are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from wagtail.models import Page

from blog.archives.addresses import AUTHOR, SERIES, TOPIC
from blog.models.people import Author, NamedSnippet, Series, Topic
from blog.models.posts import PostAuthor, PostPage, PostQuerySet
from blog.shelves import narrow

Narrow = Callable[[PostQuerySet, list[int]], PostQuerySet]


@dataclass(frozen=True)
class Subject:
    """One of them, with its rows in all languages: a post may name the row of another."""

    kind: str
    row: NamedSnippet
    numbers: list[int]


def find(index: Page, *, kind: str, slug: str) -> Subject | None:
    """The subject of this slug, in the language of the index if it has a row in it."""
    model, _narrow = KINDS[kind]
    named: QuerySet[NamedSnippet] = model._default_manager.filter(slug=slug)
    rows = list(named.order_by("pk"))
    own = [row for row in rows if row.locale_id == index.locale_id]
    return Subject(kind, [*own, *rows][0], [row.pk for row in rows]) if rows else None


def posts_of(subject: Subject, posts: PostQuerySet) -> PostQuerySet:
    """Those of the posts that belong to the subject."""
    _model, narrowed = KINDS[subject.kind]
    return narrowed(posts, subject.numbers)


def _about(posts: PostQuerySet, topics: list[int]) -> PostQuerySet:
    filed = PostPage.topics.through.objects.filter(_any("topic_id", topics))
    return narrow(posts, filed, post="postpage_id")


def _signed_by(posts: PostQuerySet, authors: list[int]) -> PostQuerySet:
    return narrow(posts, PostAuthor.objects.filter(_any("author_id", authors)), post="post_id")


def _in_series(posts: PostQuerySet, series: list[int]) -> PostQuerySet:
    filed = PostPage.objects.filter(_any("series_id", series))
    return narrow(posts, filed, post="pk")


def _any(column: str, numbers: list[int]) -> Q:
    """One number is looked up in an index faster than a list of one."""
    return Q(**{column: numbers[0]}) if len(numbers) == 1 else Q(**{f"{column}__in": numbers})


KINDS: dict[str, tuple[type[NamedSnippet], Narrow]] = {
    TOPIC: (Topic, _about),
    AUTHOR: (Author, _signed_by),
    SERIES: (Series, _in_series),
}
