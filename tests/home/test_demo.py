import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client
from PIL import Image
from wagtail.models import Page

from blog.models import NewsImage, PostPage
from comments import archive
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy
from home.demo import bodies, building
from home.demo.building import EDITIONS, NewsroomNotEmpty, make_newsroom
from home.demo.bus import draw_bus
from home.demo.content import DemoComment
from home.demo.drawing import HEIGHT, WIDTH, draw_street
from home.models import HomePage, PlainPage
from tests import pages
from tests.blog.images import encoded, plain_picture
from tests.shared import shared_path

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
SHINGLE_WORDS = 11  # longer than any name, hour or tombstone, shorter than a sentence
SEEDS = ("000_4dfbc9ed883b837f.txt", "004_100c587d0509fbdb.txt")


@pytest.fixture(autouse=True)
def small_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cleaning and scaling whole drawings takes a second; the rules here ask for any picture."""
    picture = encoded(plain_picture(), "PNG")
    monkeypatch.setattr(bodies, "DRAWINGS", dict.fromkeys(bodies.DRAWINGS, lambda: picture))


@pytest.fixture
def english() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.fixture
def both(english: pages.Newsroom) -> pages.Newsroom:
    pages.make_translation(english)
    return english


def everything_said(comments: tuple[DemoComment, ...]) -> Iterator[DemoComment]:
    for comment in comments:
        yield comment
        yield from everything_said(comment.replies)


def every_word() -> str:
    """All text of the demo, as one string."""
    posts = [post for edition in EDITIONS for post in edition.posts]
    plain = [page for edition in EDITIONS for page in edition.pages]
    forms = [form for edition in EDITIONS for form in edition.forms]
    campaigns = [campaign for edition in EDITIONS for campaign in edition.campaigns]
    with_a_body = [*posts, *plain, *forms, *campaigns]
    blocks = [str(block.value) for each in with_a_body for block in each.body]
    beside = [*map(str, forms), *(campaign.goal for campaign in campaigns)]
    beside += [text for post in posts for _when, text in post.corrections]
    said = [
        f"{comment.name} {comment.text} {comment.website}"
        for post in posts
        for comment in everything_said(post.comments)
    ]
    return " ".join([*(each.title for each in with_a_body), *blocks, *beside, *said])


def shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", re.sub(r"<[^>]+>", " ", text).casefold())
    return {" ".join(words[n : n + SHINGLE_WORDS]) for n in range(len(words) - SHINGLE_WORDS + 1)}


def test_every_edition_goes_into_the_tree_of_its_language(both: pages.Newsroom) -> None:
    assert make_newsroom(now=NOW) == ["en", "es"]
    indexes = Page.objects.filter(slug="news").order_by("path")
    for edition, index in zip(EDITIONS, indexes, strict=True):
        assert [child.title for child in index.get_children()] == [p.title for p in edition.posts]


def test_posts_and_pages_of_two_editions_are_translations_of_each_other(
    both: pages.Newsroom,
) -> None:
    make_newsroom(now=NOW)
    spanish = Page.objects.filter(locale__language_code="es", depth__gt=2)
    edition = EDITIONS[1]
    demos = [*edition.posts, *edition.pages, *edition.forms, *edition.campaigns]
    lists = 2  # of posts, which the test itself has made, and of campaigns
    assert spanish.count() == len(demos) + lists
    assert all(page.get_translations().count() == 1 for page in spanish)
    assert PlainPage.objects.get(slug="about").get_translations().get().slug == "quienes-somos"


def test_comments_stand_in_every_status_and_every_kind_of_removal(both: pages.Newsroom) -> None:
    make_newsroom(now=NOW)
    comments = Comment.objects.all()
    assert set(comments.values_list("status", flat=True)) == set(CommentStatus.values)
    assert set(comments.values_list("removed_by", flat=True)) == {"", *RemovedBy.values}
    assert comments.filter(status=CommentStatus.REMOVED, replies__isnull=False).exists()
    assert comments.filter(status=CommentStatus.PENDING, parent__isnull=False).exists()
    assert comments.waiting().exclude(evidence=[]).exists()


def test_what_waits_came_in_during_the_last_day(both: pages.Newsroom) -> None:
    make_newsroom(now=NOW)
    waiting = Comment.objects.waiting()
    yesterday = NOW - timedelta(days=1)
    assert waiting.exists()
    assert not waiting.exclude(created_at__gt=yesterday, created_at__lt=NOW).exists()


def test_an_answer_is_younger_than_what_it_answers(both: pages.Newsroom) -> None:
    make_newsroom(now=NOW)
    answers = Comment.objects.filter(parent__isnull=False).select_related("parent")
    assert all(answer.created_at > answer.parent.created_at for answer in answers)


def test_a_second_run_changes_nothing(both: pages.Newsroom) -> None:
    make_newsroom(now=NOW)
    before = (Page.objects.count(), Comment.objects.count(), NewsImage.objects.count())
    with pytest.raises(NewsroomNotEmpty) as refused:
        make_newsroom(now=NOW)
    assert refused.value.is_demo
    assert before == (Page.objects.count(), Comment.objects.count(), NewsImage.objects.count())


@pytest.mark.parametrize("make_page", [pages.make_post, pages.make_plain_page])
def test_a_newsroom_with_pages_of_its_own_is_left_alone(english, make_page) -> None:
    make_page(english)
    with pytest.raises(NewsroomNotEmpty) as refused:
        make_newsroom(now=NOW)
    assert not refused.value.is_demo
    assert (Comment.objects.count(), HomePage.objects.get().title) == (0, "Broadside")


def test_a_failure_half_way_leaves_nothing_behind(
    both: pages.Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = archive.add

    def add_few(archived: archive.ArchivedComment) -> Comment:
        if Comment.objects.count() == 20:
            raise OSError("no space left")
        return add(archived)

    monkeypatch.setattr(building.archive, "add", add_few)
    with pytest.raises(OSError, match="no space left"):
        make_newsroom(now=NOW)
    assert not PostPage.objects.exists()
    assert not Comment.objects.exists()


def test_a_language_without_a_tree_is_left_out(english: pages.Newsroom) -> None:
    assert make_newsroom(now=NOW) == ["en"]


def test_a_newsroom_in_spanish_needs_no_english_tree(english, settings, client: Client) -> None:
    spanish = pages.make_translation(english)
    english.site.root_page = spanish.home
    english.site.save()
    Page.objects.get(pk=english.home.pk).delete()
    settings.LANGUAGE_CODE = "es"
    assert make_newsroom(now=NOW) == ["es"]
    titles = NewsImage.objects.values_list("title", flat=True)
    assert set(titles) == {"La puerta abierta", "El último autobús"}
    assert "Un Solo Condado" in client.get("/").content.decode()


def test_without_a_blog_index_nothing_is_made(english: pages.Newsroom) -> None:
    Page.objects.get(pk=english.index.pk).delete()
    assert make_newsroom(now=NOW) == []
    assert HomePage.objects.get().title == "Broadside"


def test_the_newsroom_gets_the_name_of_the_demo(english: pages.Newsroom) -> None:
    make_newsroom(now=NOW)
    english.site.refresh_from_db()
    assert (HomePage.objects.get().title, english.site.site_name) == ("One County", "One County")


def test_a_name_that_somebody_gave_stays(db: None) -> None:
    pages.make_newsroom(title="Keep Alder Whole")
    make_newsroom(now=NOW)
    assert HomePage.objects.get().title == "Keep Alder Whole"


def test_readers_can_open_every_page_but_the_draft(both: pages.Newsroom, client: Client) -> None:
    make_newsroom(now=NOW)
    for page in Page.objects.filter(depth__gt=1).specific():
        assert client.get(page.url).status_code == (200 if page.live else 404), page.title
    assert PostPage.objects.filter(live=False).count() == 1


def test_a_thread_shows_its_tombstone_and_nothing_that_is_held(both, client: Client) -> None:
    make_newsroom(now=NOW)
    post = PostPage.objects.get(slug="break-the-hold-webinar")
    html = client.get(post.url).content.decode()
    assert "This comment has been removed by a blog administrator." in html
    hidden = Comment.objects.filter(page=post).exclude(status=CommentStatus.PUBLISHED)
    assert all(comment.body_html not in html for comment in hidden if comment.body_html)


def test_dates_are_those_of_the_newsrooms_own_clocks(both: pages.Newsroom, client: Client) -> None:
    make_newsroom(now=NOW)
    html = client.get(PostPage.objects.get(slug="break-the-hold-webinar").url).content.decode()
    assert "Thursday, January 5, 2012" in html
    assert "January 5, 2012 at 7:12 p.m." in html


def test_a_picture_is_described_in_the_language_of_its_post(both, client: Client) -> None:
    make_newsroom(now=NOW)
    for slug, words in [("break-the-hold-webinar", "A row of dark houses"), *SPANISH_PICTURE]:
        html = client.get(PostPage.objects.get(slug=slug).url).content.decode()
        assert f'alt="{words}' in html


SPANISH_PICTURE = [("seminario-alto-a-las-retenciones", "Una fila de casas oscuras")]


def test_the_demo_names_no_address_or_number_of_anybody() -> None:
    text = every_word()
    hosts = {urlsplit(url).hostname for url in re.findall(r"https?://[^\s'\"<]+", text)}
    assert {host for host in hosts if not host.endswith(".example")} == {"www.youtube.com"}
    found = set(re.findall(r"[\w.]+@[\w.]+|\+?\d[\d ()./-]{7,}\d", text))
    # Reserved for examples (RFC 2606) and for films, and the day of the webinar.
    assert found == {"board@alder.example", "202-555-0142", "2012-01-09"}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_demo_repeats_no_sentence_of_its_sources(seed: str) -> None:
    source = shared_path(f"data/seeds/{seed}").read_text()
    assert shingles(every_word()) & shingles(source) == set()


def test_every_edition_speaks_a_language_of_the_newsroom() -> None:
    known = {code for code, _name in django_settings.LANGUAGES}
    assert {edition.language for edition in EDITIONS} == known


@pytest.mark.parametrize("draw", [draw_street, draw_bus])
def test_a_picture_is_drawn_the_same_each_time_and_hides_nothing(draw) -> None:
    drawn = Image.open(BytesIO(draw()))
    assert draw() == draw()
    assert (drawn.size, drawn.format, drawn.info) == ((WIDTH, HEIGHT), "PNG", {})
