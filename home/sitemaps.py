"""The list of all pages for search engines, each with its translations, and of the archives."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, urljoin

from django.contrib.sitemaps import views
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from blog.archives.tree import tree
from blog.models import Author, BlogIndexPage, PostPage, Series, Topic
from operations.feeds import whole

PER_FILE = 2_000
"""Addresses in a file; search engines take 50,000, but ours are made while they wait."""

Row = dict[str, Any]  # Any: what Django's template is given of an address


class PageSitemap(Sitemap):
    """Everything that anybody may read, in all languages of the site."""

    limit = PER_FILE

    def items(self) -> PageQuerySet:
        """The pages, in the order of the tree."""
        below = Q(pk__in=[])
        for front in _fronts(self.request):
            below |= Q(path__startswith=front.path)
        shown = Page.objects.live().public().filter(below).order_by("path")
        return shown.select_related("locale").only(
            "url_path", "translation_key", "last_published_at", "locale__language_code"
        )

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[Row]:
        listed = list(self.paginator.page(page).object_list)
        translations = _translations(listed)
        return [self._row(each, translations[each.translation_key]) for each in listed]

    def _row(self, page: Page, translations: Sequence[Page]) -> Row:
        others = translations if len(translations) > 1 else ()
        alternates = [
            {"lang_code": each.locale.language_code, "location": self.location(each)}
            for each in others
        ]
        return _row(self.location(page), lastmod=page.last_published_at, alternates=alternates)


class ArchiveSitemap(Sitemap):
    """The ways into older posts: years, months, topics, authors and series that have any."""

    limit = PER_FILE

    def items(self) -> list[str]:
        """Their whole addresses."""
        below = [front.pk for front in _fronts(self.request)]
        indexes = BlogIndexPage.objects.live().public().select_related("locale")
        of_site = [index for index in indexes if index.get_parent().pk in below]
        return [address for index in of_site for address in _archives(index)]

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[Row]:
        return [_row(address) for address in self.paginator.page(page).object_list]


SECTIONS: dict[str, type[Sitemap]] = {"pages": PageSitemap, "archives": ArchiveSitemap}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """GET sitemap: the files, as many as it takes."""
    files = [SitemapIndexItem(address) for address in _files(request)]
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": files}, content_type="application/xml"
    )


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """GET sitemap_section: one file; 404 for one that there is not."""
    sitemaps = {name: kind(request) for name, kind in SECTIONS.items()}
    response: HttpResponse = views.sitemap(request, sitemaps, section=section)
    return response


def _files(request: HttpRequest) -> Iterator[str]:
    for name, kind in SECTIONS.items():
        address = whole(request, reverse("sitemap_section", args=[name]))
        yield address
        for number in range(2, kind(request).paginator.num_pages + 1):
            yield f"{address}?p={number}"


def _fronts(request: HttpRequest) -> PageQuerySet:
    site = Site.find_for_request(request)
    key = site.root_page.translation_key if site else None
    return Page.objects.live().public().filter(translation_key=key)


def _translations(pages: Sequence[Page]) -> dict[str, list[Page]]:
    """The public pages that translate each other, by their common key, in one query."""
    keys = [page.translation_key for page in pages]
    found: defaultdict[str, list[Page]] = defaultdict(list)
    public = Page.objects.live().public().filter(translation_key__in=keys)
    for page in public.select_related("locale").order_by("path"):
        found[page.translation_key].append(page)
    return found


def _archives(index: BlogIndexPage) -> Iterator[str]:
    for year in tree(index):
        for branch in (year, *year.months):
            yield urljoin(index.full_url, branch.url)
    posts = PostPage.objects.child_of(index).live().public().order_by()
    for kind, model, field in (
        ("topic", Topic, "topics"),
        ("author", Author, "post_authors__author"),
        ("series", Series, "series"),
    ):
        filed = Exists(posts.filter(**{field: OuterRef("pk")}))
        for slug in model.objects.filter(filed, locale=index.locale).values_list("slug", flat=True):
            yield f"{index.full_url}{kind}/{quote(slug)}/"


def _row(location: str, **told: object) -> Row:
    return {"location": location, "alternates": []} | told
