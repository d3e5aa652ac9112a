"""Builds page trees for tests: `make_newsroom()` first, then `make_post(newsroom)` in it.

`client.get(post.url)` then reads the post as a reader does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from blog.models import (
    Author,
    BlogIndexPage,
    CampaignIndexPage,
    CampaignPage,
    PostAuthor,
    PostPage,
    Topic,
)
from home.models import HomePage, PlainPage

TITLE = "Broadside"
SLUGS = ["home", "news"]
POSTED_AT = datetime(2012, 1, 5, 17, 0, tzinfo=UTC)  # noon on a Thursday in New York


@dataclass(frozen=True)
class Newsroom:
    """An empty newsroom: its site, its front page, and the index that posts go into."""

    site: Site
    home: HomePage
    index: BlogIndexPage


def make_newsroom(*, title: str = TITLE) -> Newsroom:
    """The newsroom with which the suite's database begins, or else a new one in its place."""
    Site.clear_site_root_paths_cache()  # it may tell of a tree that was rolled back
    standing = _standing()
    if standing is None or title != TITLE:
        return found_newsroom(title)
    return standing


def _standing() -> Newsroom | None:
    """The newsroom that stands, if nothing has been added to it."""
    if [page.slug for page in Page.objects.filter(depth__gt=1)] != SLUGS:
        return None
    site = Site.objects.get()
    home = HomePage.objects.get()
    return Newsroom(site=site, home=home, index=BlogIndexPage.objects.get())


def found_newsroom(title: str = TITLE) -> Newsroom:
    """The default site on a fresh tree in the default language; whatever stood there goes."""
    locale = make_locale("en")
    empty_tree()
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    home = root.add_child(instance=HomePage(title=title, slug="home", locale=locale))
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    index = home.add_child(instance=BlogIndexPage(title="News", slug="news", locale=locale))
    return Newsroom(site=site, home=home, index=index)


def make_translation(newsroom: Newsroom, language: str = "es") -> Newsroom:
    """The same newsroom's empty tree in another language, under its prefix (`/es/`)."""
    locale = make_locale(language)
    home = HomePage(title=newsroom.home.title, slug=f"home-{language}", locale=locale)
    home.translation_key = newsroom.home.translation_key
    newsroom.home.get_parent().add_child(instance=home)
    index = BlogIndexPage(title="News", slug="news", locale=locale)
    index.translation_key = newsroom.index.translation_key
    home.add_child(instance=index)
    return Newsroom(site=newsroom.site, home=home, index=index)


def make_post(newsroom: Newsroom, title: str = "The county votes", **fields: Any) -> PostPage:
    """A published post; `fields` are those of `PostPage` (`posted_at`, `body`, `live`, ...)."""
    fields = {"slug": slugify(title), "posted_at": POSTED_AT, "body": [paragraph()]} | fields
    post = PostPage(title=title, locale=newsroom.index.locale, **fields)
    newsroom.index.add_child(instance=post)
    return post


def make_plain_page(newsroom: Newsroom, title: str = "About", **fields: Any) -> PlainPage:
    """A published plain page below the front page; `show_in_menus=True` puts it into the menu."""
    fields = {"slug": slugify(title), "body": [paragraph()]} | fields
    page = PlainPage(title=title, locale=newsroom.home.locale, **fields)
    newsroom.home.add_child(instance=page)
    return page


def make_campaign(newsroom: Newsroom, title: str = "Bus 40", **fields: Any) -> CampaignPage:
    """A published campaign below the newsroom's list of campaigns, which is made if need be."""
    listed = CampaignIndexPage.objects.child_of(newsroom.home).first() or newsroom.home.add_child(
        instance=CampaignIndexPage(title="Campaigns", slug="campaigns", locale=newsroom.home.locale)
    )
    fields = {"slug": slugify(title), "goal": "The bus runs at night."} | fields
    campaign = CampaignPage(title=title, locale=newsroom.home.locale, **fields)
    listed.add_child(instance=campaign)
    return campaign


def paragraph(html: str = "<p>Come and speak.</p>") -> tuple[str, str]:
    """A paragraph block for a body."""
    return ("paragraph", html)


def sign(post: PostPage, names: Sequence[str]) -> None:
    """Put authors of these names under the post, in this order."""
    for place, name in enumerate(names):
        author, _made = Author.objects.get_or_create(
            slug=slugify(name), locale=post.locale, defaults={"name": name}
        )
        PostAuthor.objects.create(post=post, author=author, sort_order=place)


def label(post: PostPage, names: Sequence[str]) -> None:
    """File the post under topics of these names."""
    topics = [
        Topic.objects.get_or_create(slug=slugify(n), locale=post.locale, defaults={"name": n})[0]
        for n in names
    ]
    post.topics.set(topics)
    post.save()


def make_locale(language: str) -> Locale:
    """The content language's row."""
    return Locale.objects.get_or_create(language_code=language)[0]


def empty_tree() -> None:
    """Take away all sites, and all pages but the root of their tree."""
    below_the_root = Page.objects.filter(depth__gt=1)
    if below_the_root.exists():
        below_the_root.delete()
    Site.objects.all().delete()
