"""Which pages a request may ask about: those of its site, in all of its languages."""

from dataclasses import dataclass
from typing import Self

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Editions:
    """Where the front pages stand that everybody may read, one a language, and their titles."""

    fronts: tuple[Page, ...]

    @classmethod
    def of(cls, request: HttpRequest, *, language: str = "") -> Self:
        """The editions of the request's site, or the one in a language."""
        site = Site.find_for_request(request)
        key = site.root_page.translation_key if site else None
        fronts = Page.objects.live().public().filter(translation_key=key)
        if language:
            fronts = fronts.filter(locale__language_code=language)
        return cls(tuple(fronts.select_related("locale").order_by("path")))

    def below(self, *, page: str = "") -> Q:
        """What stands below them; `page` names the column of a row that leads to a page."""
        place = f"{page}__path__startswith" if page else "path__startswith"
        found = NOTHING
        for front in self.fronts:
            found |= Q(**{place: front.path})
        return found
