"""What stands at the head and foot of every page: the newsroom's name, its menu, its languages."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from blog.scaling import rendition_of
from home.models import HomePage, NewsroomSettings

LOGO = ("max-960x240", "format-webp-lossless")


@dataclass(frozen=True)
class Link:
    """A named address; `is_current` if it leads to the page it stands on."""

    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Edition:
    """A language: the page's own translation, or the front page where it has none."""

    language: str
    name: str
    url: str
    full_url: str
    is_current: bool
    is_translation: bool


@dataclass(frozen=True)
class Logo:
    """The newsroom's sign, in the size that it is sent in; it may have the name in it."""

    url: str
    width: int
    height: int
    says_name: bool = False


@dataclass(frozen=True)
class Masthead:
    """The frame of a page. `editions` has one entry for each language with a front page.

    The name is written beside the logo, unless the logo says it.
    """

    name: str
    tagline: str
    url: str
    menu: list[Link]
    editions: list[Edition]
    logo: Logo | None = None


NOTHING = Masthead(settings.WAGTAIL_SITE_NAME, "", "/", [], [])


def masthead_for(page: Page | None, *, request: HttpRequest) -> Masthead:
    """The frame around a page, or around what is none (an error, a form), in its language."""
    site = Site.find_for_request(request)
    if site is None:
        return NOTHING
    homes = {home.locale.language_code: home for home in _homes(site)}
    home = homes.get(translation.get_language()) or homes.get(settings.LANGUAGE_CODE)
    if home is None:
        return NOTHING
    return Masthead(
        name=home.title,
        tagline=home.tagline,
        url=home.get_url(request),
        menu=[_link(item, page, request) for item in _menu(home)],
        editions=_editions(page, homes, request) if len(homes) > 1 else [],
        logo=_logo(NewsroomSettings.for_request(request)),
    )


def _logo(newsroom: NewsroomSettings) -> Logo | None:
    """None without one, and where its file is lost: then the name is written."""
    made = rendition_of(newsroom.logo, *LOGO) if newsroom.logo else None
    if made is None:
        return None
    return Logo(made.url, made.width, made.height, says_name=newsroom.logo_says_name)


def _homes(site: Site) -> PageQuerySet:
    key = site.root_page.translation_key
    homes = HomePage.objects.live().filter(translation_key=key)
    return homes.select_related("locale").order_by("path")


def _menu(home: HomePage) -> list[Page]:
    """What stands right below the front page: by their types, which no post has, they are few.

    Sorted here: for the order's sake SQLite would go through all pages.
    """
    few = Page.objects.type(*home.allowed_subpage_models()).order_by()
    shown = few.child_of(home).live().public().in_menu()
    return sorted(shown, key=lambda page: str(page.path))


def _link(item: Page, page: Page | None, request: HttpRequest) -> Link:
    is_current = page is not None and page.pk == item.pk
    return Link(item.title, item.get_url(request), is_current)


def _editions(page: Page | None, homes: dict[str, HomePage], request: HttpRequest) -> list[Edition]:
    translations = {each.locale.language_code: each for each in _translations(page)}
    return [
        _edition(translations.get(code, home), request, is_translation=code in translations)
        for code, home in homes.items()
    ]


def _translations(page: Page | None) -> PageQuerySet:
    """The page in all its public languages, itself included; none for what is no page."""
    wanted = Q(translation_key=page.translation_key) if page else Q(pk__in=[])
    return Page.objects.live().public().filter(wanted).select_related("locale")


def _edition(page: Page, request: HttpRequest, *, is_translation: bool) -> Edition:
    language = page.locale.language_code
    return Edition(
        language=language,
        name=dict(settings.LANGUAGES).get(language, language),
        url=page.get_url(request),
        full_url=page.get_full_url(request),
        is_current=language == translation.get_language(),
        is_translation=is_translation,
    )
