"""What stands at the head and foot of every page: the newsroom's name, its menu, its languages."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page, Site

from blog.scaling import rendition_of
from comments.models.open_pages import families, open_to_all, public_family
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
    homes = {home.locale.language_code: home for home in _homes(site, page)}
    home = homes.get(translation.get_language()) or homes.get(settings.LANGUAGE_CODE)
    if home is None:
        return NOTHING
    return Masthead(
        name=home.title,
        tagline=home.homepage.tagline,
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


def _homes(site: Site, page: Page | None) -> list[Page]:
    """The front pages of all languages, found together with the page in all of its own."""
    found = families(page, beside=site.root_page.translation_key, kind="homepage")
    return [each for each in found if hasattr(each, "homepage")]


def _menu(home: Page) -> list[Page]:
    """What stands right below the front page: by their types, which no post has, they are few.

    Sorted here: for the order's sake SQLite would go through all pages.
    """
    few = Page.objects.type(*HomePage.allowed_subpage_models()).order_by()
    shown = open_to_all(few.child_of(home).live()).in_menu()
    return sorted(shown, key=lambda page: str(page.path))


def _link(item: Page, page: Page | None, request: HttpRequest) -> Link:
    is_current = page is not None and page.pk == item.pk
    return Link(item.title, item.get_url(request), is_current)


def _editions(page: Page | None, homes: dict[str, Page], request: HttpRequest) -> list[Edition]:
    family = public_family(page) if page else []
    translations = {each.locale.language_code: each for each in family}
    return [
        _edition(translations.get(code, home), request, is_translation=code in translations)
        for code, home in homes.items()
    ]


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
