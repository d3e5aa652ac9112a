"""Fills an empty newsroom with the demo: all of it or nothing, each edition in its own tree."""

from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.text import slugify
from wagtail.models import Locale, Site

from blog.models import Author, BlogIndexPage, NewsImage, PostAuthor, PostPage, Topic
from comments import archive
from home.demo import english, spanish
from home.demo.content import Block, DemoComment, DemoPage, DemoPost, Edition, Moment
from home.demo.drawing import draw_street
from home.models import HomePage, PlainPage

EDITIONS = (english.EDITION, spanish.EDITION)
ARTIST = "Broadside"
# Fixed, so that the demo knows its own pages again, and its translations each other.
DEMO = UUID("5f0c7f0e-6d0a-4c55-9a3e-0f2d7b1c8e44")


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
    if PostPage.objects.exists() or PlainPage.objects.exists():
        raise NewsroomNotEmpty(is_demo=is_demo())


def is_demo() -> bool:
    """Whether the demo's own first post is in the newsroom."""
    first = demo_key("post", EDITIONS[0].posts[0].key)
    return bool(PostPage.objects.filter(translation_key=first).exists())


def demo_key(kind: str, name: str) -> UUID:
    """The translation key of something that the demo makes."""
    return uuid5(DEMO, f"{kind} {name}")


def _write(edition: Edition, index: BlogIndexPage, now: datetime) -> None:
    home = index.get_parent().specific
    _name(home, edition)
    for page in edition.pages:
        _add_page(page, home)
    for post in edition.posts:
        added = _add_post(post, edition, index, now)
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


def _add_page(demo: DemoPage, home: HomePage) -> None:
    home.add_child(
        instance=PlainPage(
            title=demo.title,
            slug=demo.slug,
            locale=home.locale,
            translation_key=demo_key("page", demo.key),
            body=[_raw(block) for block in demo.body],
            comments_open=False,
            show_in_menus=True,
        )
    )


def _add_post(demo: DemoPost, edition: Edition, index: BlogIndexPage, now: datetime) -> PostPage:
    posted_at = _moment(demo.posted, now)
    post = PostPage(
        title=demo.title,
        slug=demo.slug,
        locale=index.locale,
        translation_key=demo_key("post", demo.key),
        posted_at=posted_at,
        body=[_raw(block) for block in demo.body],
        topics=[_topic(key, edition, index.locale) for key in demo.topics],
        live=demo.is_live,
        has_unpublished_changes=not demo.is_live,
        first_published_at=posted_at if demo.is_live else None,
        last_published_at=posted_at if demo.is_live else None,
    )
    index.add_child(instance=post)
    for place, name in enumerate(demo.authors):
        author = _author(name, index.locale)
        PostAuthor.objects.create(post=post, author=author, sort_order=place)
    return post


def _author(name: str, locale: Locale) -> Author:
    author, _made = Author.objects.get_or_create(
        slug=slugify(name),
        locale=locale,
        defaults={"name": name, "translation_key": demo_key("author", name)},
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


def _raw(block: Block) -> dict[str, object]:
    """The block as StreamField stores it; the picture is drawn when the first one asks for it."""
    if block.kind != "image":
        return {"type": block.kind, "value": block.value}
    chosen = {"image": _picture().pk, "alt_text": block.value["alt_text"], "decorative": False}
    return {"type": "image", "value": {"image": chosen, "caption": block.value["caption"]}}


def _picture() -> NewsImage:
    """The one picture of all editions, described in the newsroom's default language."""
    words = {edition.language: edition for edition in EDITIONS}[settings.LANGUAGE_CODE]
    drawn: NewsImage | None = NewsImage.objects.filter(
        title=words.image_title, credit=ARTIST
    ).first()
    if drawn is None:
        drawn = NewsImage(
            title=words.image_title,
            description=words.image_description,
            credit=ARTIST,
            licence="CC0 1.0",
            file=ContentFile(draw_street(), "street.png"),
        )
        drawn.save()
    return drawn


def _add_comment(demo: DemoComment, parent_id: int | None, post: PostPage, now: datetime) -> None:
    comment = archive.add(
        archive.ArchivedComment(
            page_id=post.pk,
            parent_id=parent_id,
            author_name=demo.name,
            author_website=demo.website,
            body_html=_html(demo.text),
            created_at=_moment(demo.said, now),
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


def _moment(said: Moment, now: datetime) -> datetime:
    if isinstance(said, str):
        return timezone.make_aware(datetime.fromisoformat(said), timezone.get_default_timezone())
    return now - said
