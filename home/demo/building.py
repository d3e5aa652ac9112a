"""Fills an empty newsroom with the demo: all of it or nothing, each edition in its own tree."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.html import linebreaks
from django.utils.text import slugify
from wagtail.models import Locale, Site

from blog.models import (
    Author,
    BlogIndexPage,
    CampaignPage,
    Correction,
    PostAuthor,
    PostPage,
    Series,
    Topic,
)
from comments import archive
from home.demo import english, spanish
from home.demo.around import add_around
from home.demo.bodies import Bodies, demo_key, moment
from home.demo.content import DemoComment, DemoPost, Edition
from home.models import FormPage, HomePage, PlainPage

EDITIONS = (english.EDITION, spanish.EDITION)


class NewsroomNotEmpty(Exception):
    """There are pages already, so nothing was made; `is_demo` if the demo's own are among them."""

    def __init__(self, *, is_demo: bool) -> None:
        super().__init__("the newsroom has pages already")
        self.is_demo = is_demo


def make_newsroom(*, now: datetime) -> list[str]:
    """Write every edition that has a blog index in its language; return those languages.

    `now` is aware; what is new in the demo is dated shortly before it. Raises `NewsroomNotEmpty`.
    """
    with transaction.atomic():
        _refuse_used_newsroom()
        indexes = BlogIndexPage.objects.order_by("path").select_related("locale")
        by_language = {index.locale.language_code: index for index in indexes}
        editions = [edition for edition in EDITIONS if edition.language in by_language]
        for edition in editions:
            _write(edition, by_language[edition.language], now)
        return [edition.language for edition in editions]


def _refuse_used_newsroom() -> None:
    if any(kind.objects.exists() for kind in (PostPage, PlainPage, CampaignPage, FormPage)):
        raise NewsroomNotEmpty(is_demo=is_demo())


def is_demo() -> bool:
    """Whether the demo's own first post is in the newsroom."""
    first = demo_key("post", EDITIONS[0].posts[0].key)
    return bool(PostPage.objects.filter(translation_key=first).exists())


def _write(edition: Edition, index: BlogIndexPage, now: datetime) -> None:
    home = index.get_parent().specific
    _name(home, edition)
    default = {each.language: each for each in EDITIONS}[settings.LANGUAGE_CODE]
    bodies = Bodies(now, default.pictures)
    campaigns = add_around(edition, home, bodies)
    for post in edition.posts:
        added = _add_post(post, edition, index, bodies, campaigns)
        for comment in post.comments:
            _add_comment(comment, None, added, now)


def _name(home: HomePage, edition: Edition) -> None:
    """Give the newsroom its name, unless somebody has given it another."""
    if home.title != settings.WAGTAIL_SITE_NAME:
        return
    home.title = home.draft_title = edition.name
    home.tagline = edition.tagline
    home.save()
    Site.objects.filter(root_page=home).update(site_name=edition.name)


def _add_post(
    demo: DemoPost,
    edition: Edition,
    index: BlogIndexPage,
    bodies: Bodies,
    campaigns: dict[str, CampaignPage],
) -> PostPage:
    posted_at, locale = moment(demo.posted, bodies.now), index.locale
    post = PostPage(
        title=demo.title,
        slug=demo.slug,
        locale=locale,
        translation_key=demo_key("post", demo.key),
        posted_at=posted_at,
        is_pinned=demo.is_pinned,
        body=bodies.raw(demo.body, owner=f"post {demo.key}"),
        topics=[_topic(key, edition, locale) for key in demo.topics],
        campaigns=[campaigns[key] for key in demo.campaigns],
        series=_series(demo.series, edition, locale) if demo.series else None,
        live=demo.is_live,
        has_unpublished_changes=not demo.is_live,
        first_published_at=posted_at if demo.is_live else None,
        last_published_at=posted_at if demo.is_live else None,
    )
    for place, name in enumerate(demo.authors):
        author = _author(name, edition, locale)
        post.post_authors.add(PostAuthor(author=author, sort_order=place))
    for said, text in demo.corrections:
        post.corrections.add(Correction(corrected_at=moment(said, bodies.now), text=text))
    index.add_child(instance=post)
    return post


def _author(name: str, edition: Edition, locale: Locale) -> Author:
    author, _made = Author.objects.get_or_create(
        slug=slugify(name),
        locale=locale,
        defaults={
            "name": name,
            "about": edition.authors.get(name, ""),
            "translation_key": demo_key("author", name),
        },
    )
    return author


def _topic(key: str, edition: Edition, locale: Locale) -> Topic:
    name = edition.topics[key]
    topic, _made = Topic.objects.get_or_create(
        slug=slugify(name),
        locale=locale,
        defaults={"name": name, "translation_key": demo_key("topic", key)},
    )
    return topic


def _series(key: str, edition: Edition, locale: Locale) -> Series:
    name = edition.series[key]
    series, _made = Series.objects.get_or_create(
        slug=slugify(name),
        locale=locale,
        defaults={"name": name, "translation_key": demo_key("series", key)},
    )
    return series


def _add_comment(demo: DemoComment, parent_id: int | None, post: PostPage, now: datetime) -> None:
    comment = archive.add(
        archive.ArchivedComment(
            page_id=post.pk,
            parent_id=parent_id,
            author_name=demo.name,
            author_website=demo.website,
            body_html=_html(demo.text),
            created_at=moment(demo.said, now),
            status=demo.status,
            removed_by=demo.removed_by,
            is_post_author=demo.is_post_author,
            evidence=demo.signs,
        )
    )
    for reply in demo.replies:
        _add_comment(reply, comment.pk, post, now)


def _html(text: str) -> str:
    """Paragraphs as HTML, without the line breaks of the source file."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return linebreaks("\n\n".join(paragraphs), autoescape=True) if text else ""
