"""Which pages anybody may read, without asking the database for what is closed beforehand."""

from typing import TypeVar
from uuid import UUID

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.db.models.expressions import Combinable
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)
FAMILY = "_public_family"


def open_to_all(pages: Pages) -> Pages:
    """Those that stand neither at nor below a page with a restriction: Wagtail's `public()`.

    Wagtail asks for all restrictions first, which is a query for every list that a page shows.
    """
    found: Pages = pages.filter(_is_open())
    return found


def families(page: Page | None, *, beside: UUID, kind: str | None = None) -> list[Page]:
    """All live pages that translate each other under the key `beside`; and, at once, `page`'s own.

    They come with their locales, and with what makes each a page of its `kind`, as the database
    calls it. The page's own are kept for `public_family`.
    """
    keys = {beside, page.translation_key} if page else {beside}
    alike = Page.objects.live().filter(translation_key__in=keys)
    alike = alike.select_related("locale", *filter(None, [kind]))
    found = list(alike.annotate(is_open=_is_open()))
    if page:
        its_own = [each for each in found if each.translation_key == page.translation_key]
        page.__dict__[FAMILY] = [each for each in its_own if each.is_open]
    return [each for each in found if each.translation_key == beside]


def public_family(page: Page) -> list[Page]:
    """A page in all languages in which anybody may read it, itself included, with their locales.

    The frame of a page and its thread both tell of translations: whoever asks second finds what
    `families` has kept.
    """
    kept: list[Page] | None = page.__dict__.get(FAMILY)
    if kept is None:
        alike = Page.objects.live().filter(translation_key=page.translation_key)
        kept = list(open_to_all(alike).select_related("locale"))
    return kept


def _is_open() -> Combinable:
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))
    return ~Exists(closed)
