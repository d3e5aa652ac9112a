from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from blog.models import PostPage
from home.models import PlainPage
from importers.options import OnConflict
from importers.records import ItemStatus, SourceItem
from importers.resolving.items import title_of, wanted_slug
from tests.importers.importing import blogger_export, figures, post, run, write
from tests.pages import Newsroom, make_plain_page, make_post

ITEM = SourceItem(
    kind="post",
    source_id="101",
    title="",
    body_html="<h2>One</h2><p>two&nbsp;&amp; <b>th</b>ree</p>",
    status=ItemStatus.PUBLISHED,
    published_at=datetime(2012, 1, 5, tzinfo=UTC),
)


def bring(folder: Path, *entries: str, **options: Any) -> dict[str, Any]:
    return run(write(folder, blogger_export(*entries)), **options)


def test_a_title_is_taken_as_it_is() -> None:
    assert title_of(replace(ITEM, title="Is &lt; <b>?")) == ("Is &lt; <b>?", False)


def test_a_missing_title_is_the_first_sixty_characters_of_the_text() -> None:
    assert title_of(ITEM) == ("One two & three", True)
    long = replace(ITEM, body_html="<p>" + "word " * 40 + "</p>")
    assert title_of(long) == (("word " * 12).strip(), True)


def test_without_title_and_text_the_number_is_the_title() -> None:
    assert title_of(replace(ITEM, body_html="<img src=x>")) == ("post 101", True)


def test_a_title_is_cut_where_a_page_has_no_room() -> None:
    assert len(title_of(replace(ITEM, title="x" * 300))[0]) == 255


@pytest.mark.parametrize(
    ("old_url", "title", "slug"),
    [
        ("http://x.example/2012/01/rally-on-saturday.html", "Other", "rally-on-saturday"),
        ("http://x.example/2008/05/16/an-image/", "Other", "an-image"),
        ("http://x.example/?p=9", "The título", "the-título"),
        ("http://x.example/2012/01/caf%C3%A9.html", "", "café"),
        ("", "", "one-two-three"),
        ("", "¿?", "post-101"),
    ],
)
def test_a_slug_is_that_of_the_old_address_or_made_from_the_title(
    old_url: str, title: str, slug: str
) -> None:
    assert wanted_slug(replace(ITEM, old_url=old_url, title=title)) == slug


def test_post_gets_no_slug_at_which_an_archive_stands(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(tmp_path, post(1, path="/2011/01/2010.html"), post(2, kind="page", path="/p/2009.html"))

    assert PostPage.objects.get().slug == "2010-2"
    assert PlainPage.objects.get().slug == "2009"


def test_page_gets_no_slug_at_which_something_else_stands(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(tmp_path, post(1, kind="page", path="/p/subscribe.html"), post(2, path="/subscribe.html"))

    assert PlainPage.objects.get().slug == "subscribe-2"
    assert PostPage.objects.get().slug == "subscribe"


def test_slugs_are_given_once_below_each_parent(newsroom: Newsroom, tmp_path: Path) -> None:
    make_post(newsroom, "Here", slug="a")
    make_plain_page(newsroom, "Here", slug="b")
    report = bring(
        tmp_path,
        post(1, path="/2011/01/a.html"),
        post(2, path="/2012/01/a.html"),
        post(3, path="/2012/01/b.html"),
        post(4, kind="page", path="/p/b.html"),
    )
    assert set(PostPage.objects.values_list("slug", flat=True)) == {"a", "a-2", "a-3", "b"}
    assert set(PlainPage.objects.values_list("slug", flat=True)) == {"b", "b-2"}
    assert report["lists"]["slug_changes"] == [
        "post 1: a → a-2",
        "post 2: a → a-3",
        "page 4: b → b-2",
    ]


def test_pages_are_never_matched_by_title_or_date(newsroom: Newsroom, tmp_path: Path) -> None:
    make_post(newsroom, "Rally", slug="rally")
    bring(tmp_path, post(1, "Rally", path="/2012/01/rally.html"))
    assert PostPage.objects.filter(title="Rally").count() == 2


@pytest.mark.parametrize(
    ("on_conflict", "title", "outcome"),
    [(OnConflict.KEEP, "Edited", "skipped"), (OnConflict.UPDATE, "New", "updated")],
)
def test_a_page_that_an_editor_changed_is_kept_unless_told_otherwise(
    newsroom: Newsroom, tmp_path: Path, on_conflict: OnConflict, title: str, outcome: str
) -> None:
    bring(tmp_path, post(101, "Old"))
    page = PostPage.objects.get()
    page.title = "Edited"
    page.save_revision().publish()
    report = bring(tmp_path, post(101, "New"), on_conflict=on_conflict)
    page.refresh_from_db()
    assert page.title == page.get_latest_revision_as_object().title == title
    assert report["kinds"]["post"][outcome] == 1
    assert ("kept" in report["lists"]) is (outcome == "skipped")


def test_a_changed_page_that_nobody_edited_is_updated(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(tmp_path, post(101, "Old", labels=["a"]), post(102, "Plain", kind="page"))
    report = bring(
        tmp_path,
        post(101, "New", "<p>Other.</p>", labels=["b"], author=("Eva", "")),
        post(102, "Plainer", kind="page"),
    )
    page = PostPage.objects.get()
    assert figures(report, "updated") == {"post": 1, "page": 1}
    assert page.title == page.draft_title == "New"
    assert "Other." in str(page.body)
    assert [topic.name for topic in page.topics.all()] == ["b"]
    assert [signed.author.name for signed in page.post_authors.all()] == ["Eva"]
    assert PlainPage.objects.get().title == "Plainer"


def test_an_update_never_changes_whether_a_page_is_public(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(tmp_path, post(101, "Draft", is_draft=True), post(102, "Public"))
    PostPage.objects.get(title="Public").unpublish()
    bring(tmp_path, post(101, "Draft now public"), post(102, "Still unpublished"))
    assert not PostPage.objects.filter(live=True).exists()
    assert PostPage.objects.count() == 2
