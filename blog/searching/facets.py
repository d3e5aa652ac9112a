"""What the hits of a search could be narrowed down by, with how many of them that would leave."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blog.models.derived import PostWords
from blog.models.people import Author, Topic
from blog.searching import filing
from blog.searching.filing import Facet
from blog.searching.finding import Hits, is_filed
from blog.searching.query import Query

CHOICES_AT_MOST = 8
NAMES: Mapping[Facet, Promise] = {
    Facet.YEAR: _("Year"),
    Facet.TOPIC: _("Topic"),
    Facet.CAMPAIGN: _("Campaign"),
    Facet.AUTHOR: _("Author"),
}


@dataclass(frozen=True)
class Choice:
    """One way to narrow down; `number` is None where the hits were too many to be counted.

    Its address takes it, or takes it back if it is chosen.
    """

    name: str
    url: str
    number: int | None
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    """The choices of a facet, those with the most hits first; years, the last first."""

    name: str
    choices: list[Choice]


def groups(query: Query, hits: Hits, *, index_id: int) -> list[Group]:
    """All facets with something to choose, in a query for all of them and one for names each.

    What only drafts are filed under is called nothing, be it that an address asks for it.
    """
    filed = PostWords.objects.filter(pk__in=hits.all).values_list("filed", flat=True)
    asked = () if hits.all else query.facets
    unknown = [each[0] for each in asked if not is_filed(*each, index_id)]
    counts = filing.counts(filed)
    made = (_group(each, query, hits, counts[each]) for each in Facet if each not in unknown)
    return [group for group in made if group.choices]


def _group(facet: Facet, query: Query, hits: Hits, counts: Counter[int]) -> Group:
    chosen = query.number_of(facet)
    wanted = [chosen] if chosen else _most_common(counts)
    names = _names(facet, wanted)
    choices = [
        Choice(
            name=names[number],
            url=query.narrowed(facet, None if chosen else number).url,
            number=None if hits.is_cut else counts[number],
            is_chosen=bool(chosen),
        )
        for number in (sorted(wanted, reverse=True) if facet == Facet.YEAR else wanted)
        if number in names
    ]
    return Group(str(NAMES[facet]), choices)


def _most_common(counts: Counter[int]) -> list[int]:
    """Those with the most hits; of as many hits, those that were there first."""
    return sorted(counts, key=lambda number: (-counts[number], number))[:CHOICES_AT_MOST]


def _names(facet: Facet, numbers: list[int]) -> dict[int, str]:
    """How they are called; what has been deleted, or is not public, is not called anything."""
    if facet == Facet.YEAR:
        return {number: str(number) for number in numbers}
    if facet == Facet.CAMPAIGN:
        pages = Page.objects.live().public().filter(pk__in=numbers)
        return dict(pages.values_list("pk", "title"))
    model = Topic if facet == Facet.TOPIC else Author
    return dict(model._default_manager.filter(pk__in=numbers).values_list("pk", "name"))
