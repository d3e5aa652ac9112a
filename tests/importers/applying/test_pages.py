import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from time_machine import travel
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex

from blog.blocks import PARAGRAPH_FEATURES
from blog.models import PostPage
from home.models import PlainPage
from importers.options import OnConflict
from tests.comments.factories import make_user
from tests.importers.importing import HOST, NOW, blogger_export, post, run, setting, write
from tests.pages import Newsroom

BODY = (
    "<h2>Why</h2>One <b>two</b> <i>three</i><br /><br />Four<br />five "
    "<a href='http://x.example/?a=1&b=2'>six</a><ul><li>seven<ul><li>eight</li></ul></li></ul>"
    "<blockquote>nine</blockquote><hr /><img src='http://x.example/a.jpg' alt='ten'>"
    "<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>eleven"
)


@pytest.fixture
def folder(newsroom: Newsroom, tmp_path: Path) -> Path:
    return tmp_path


def bring(folder: Path, *entries: str, **options: Any) -> dict[str, Any]:
    return run(write(folder, blogger_export(*entries)), **options)


def test_a_published_post_is_public_with_the_times_of_its_past(folder: Path) -> None:
    bring(folder, post(101, "Rally", updated="2012-01-06T09:00:00-05:00", labels=["b", "a"]))
    page = PostPage.objects.get()
    published = datetime(2012, 1, 5, 14, 0, tzinfo=UTC)
    assert (page.live, page.has_unpublished_changes) == (True, False)
    assert page.posted_at == page.first_published_at == published
    assert page.last_published_at == published + timedelta(days=1)
    assert (page.title, page.slug, page.has_generated_title) == ("Rally", "post-101", False)
    assert [signed.author.name for signed in page.post_authors.all()] == ["Desk"]
    assert [topic.name for topic in page.topics.all()] == ["a", "b"]


def test_a_post_without_a_title_has_a_generated_one(folder: Path) -> None:
    bring(folder, post(101, "", "<p>First words.</p>"))
    page = PostPage.objects.get()
    assert (page.title, page.has_generated_title) == ("First words.", True)


def test_a_draft_opens_in_the_editor_with_its_words_and_can_be_published(
    folder: Path, client: Any
) -> None:
    bring(folder, post(101, "Plan", BODY, is_draft=True, labels=["a"]))
    page = PostPage.objects.get()
    assert (page.live, page.first_published_at) == (False, None)
    client.force_login(make_user(is_superuser=True))
    answer = client.get(f"/admin/pages/{page.pk}/edit/")
    assert answer.status_code == 200
    assert "eleven" in answer.content.decode()
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.live
    assert "eleven" in str(page.body)
    assert [topic.name for topic in page.topics.all()] == ["a"]
    assert [signed.author.name for signed in page.post_authors.all()] == ["Desk"]


def test_a_scheduled_post_is_published_by_the_clock_with_its_words(folder: Path) -> None:
    later = NOW + timedelta(days=3)
    bring(folder, post(101, "Later", BODY, published=later.isoformat(), labels=["a"]))
    page = PostPage.objects.get()
    assert (page.live, page.go_live_at) == (False, later)
    with travel(later + timedelta(minutes=1)):
        call_command("publish_scheduled")
    page.refresh_from_db()
    assert page.live
    assert page.posted_at == later
    assert "eleven" in str(page.body)
    assert [topic.name for topic in page.topics.all()] == ["a"]


def test_a_scheduled_post_that_changed_keeps_its_schedule(folder: Path) -> None:
    later = NOW + timedelta(days=3)
    bring(folder, post(101, "Later", published=later.isoformat()))
    bring(folder, post(101, "Later still", published=(later + timedelta(days=1)).isoformat()))
    page = PostPage.objects.get()
    assert page.get_latest_revision_as_object().title == "Later still"
    assert page.latest_revision.approved_go_live_at == later
    assert page.revisions.exclude(approved_go_live_at=None).count() == 1


def test_a_plain_page_stands_beside_the_index(folder: Path, newsroom: Newsroom) -> None:
    bring(folder, post(201, "About", kind="page", path="/p/about.html"))
    page = PlainPage.objects.get()
    assert page.get_parent().pk == newsroom.home.pk
    assert page.live


def test_bodies_become_blocks_that_every_template_shows(folder: Path, client: Any) -> None:
    bring(folder, post(101, "Rally", BODY))
    page = PostPage.objects.get()
    kinds = [block["type"] for block in page.body.raw_data]
    assert kinds == ["heading", "paragraph", "missing_image", "embed", "paragraph"]
    html = client.get(page.url).content.decode()
    words = [*("Why", "One", "two", "three", "Four", "five"), *("six", "seven", "eight", "nine")]
    words += ["ten", "eleven"]
    positions = [html.index(word, html.index("Why")) for word in words]
    assert positions == sorted(positions)


def test_rich_text_survives_the_editor(folder: Path) -> None:
    """What the editor writes back is what was imported, but for its keys and a last empty line."""
    bring(
        folder,
        post(101, "Rally", BODY),
        post(102, "", f"<a href='{HOST}/2012/01/post-101.html'>a</a>"),
    )
    for page in PostPage.objects.all():
        for block in page.body.raw_data:
            if block["type"] == "paragraph":
                converter = ContentstateConverter(PARAGRAPH_FEATURES)
                written = converter.to_database_format(
                    converter.from_database_format(block["value"])
                )
                assert without_keys(written) == block["value"]


def without_keys(html: str) -> str:
    return re.sub(r' data-block-key="\w*"', "", html).removesuffix("<p></p>")


def test_an_imported_page_validates_as_it_stands(folder: Path) -> None:
    bring(folder, post(101, "Rally", BODY))
    PostPage.objects.get().full_clean()


def test_the_words_of_a_page_can_be_found_and_its_links_are_known(folder: Path) -> None:
    bring(
        folder,
        post(101, "Rally", "<p>xylophone</p>"),
        post(102, "Other", f"<a href='{HOST}/2012/01/post-101.html'>a</a>"),
    )
    page = PostPage.objects.get(title="Rally")
    assert [found.pk for found in PostPage.objects.search("xylophone")] == [page.pk]
    assert ReferenceIndex.get_references_to(page).count() == 1


def test_comments_are_open_as_in_the_old_blog(folder: Path) -> None:
    form = f"<link rel='replies' type='text/html' href='{HOST}/a#comment-form'/>"
    bring(
        folder, setting("BLOG_COMMENTS_ALLOWED", "false"), post(1, "Open", extra=form), post(2, "?")
    )
    assert PostPage.objects.get(title="Open").comments_open
    assert not PostPage.objects.get(title="?").comments_open


def test_a_public_page_that_changed_shows_and_edits_the_same(folder: Path) -> None:
    bring(folder, post(101, "Rally"))
    page = PostPage.objects.get()
    page.save_revision().publish()
    bring(folder, post(101, "New"), on_conflict=OnConflict.UPDATE)
    page.refresh_from_db()
    assert page.live_revision == page.latest_revision
    assert page.title == page.latest_revision.as_object().title == "New"
    assert not page.has_unpublished_changes
