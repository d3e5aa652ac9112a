"""Authors and topics: one that has the name here already is meant, unless it is another's."""

from collections.abc import Collection

from django.utils.text import slugify
from wagtail.models import Locale

from blog.models import Author, Topic
from blog.models.people import NamedSnippet
from importers.applying.comments import web_address
from importers.models import RecordKind
from importers.resolving.derived import topic_key
from importers.store import Row


def make_name(row: Row, name: str, *, locale: Locale, taken: Collection[int]) -> NamedSnippet:
    """The author or topic of a row, made if it is not here.

    `taken` are authors that other records of the same blog became: two people may share a name.
    """
    model = Author if row.kind == RecordKind.AUTHOR else Topic
    name = name[: model._meta.get_field("name").max_length]
    here = model.objects.filter(locale=locale)
    for candidate in here.exclude(pk__in=taken):
        if topic_key(candidate.name) == topic_key(name):
            return candidate
    snippet = model(name=name, slug=_free_slug(name, here.values_list("slug", flat=True)))
    snippet.locale = locale
    if isinstance(snippet, Author):
        snippet.url = web_address(row.standing)
    snippet.save()
    return snippet


def _free_slug(name: str, taken: Collection[str]) -> str:
    wanted = slug = slugify(name, allow_unicode=True)[:100] or "unnamed"
    number = 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
