from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from comments.archive import ArchivedComment, CommentStatus, RemovedBy
from comments.models import Comment, ModerationEvent
from importers.applying.comments import archived, web_address
from importers.records import SourceAuthor, SourceComment, SourceStatus
from tests.importers.importing import blogger_export, comment, post, run, write
from tests.pages import Newsroom

NOON = datetime(2012, 1, 5, 17, 0, tzinfo=UTC)
COMMENT = SourceComment(
    source_id="301",
    post_id="101",
    author=SourceAuthor(name="Bea", url="http://bea.example/"),
    body_html="a <b>b</b>",
    status=SourceStatus.APPROVED,
    created_at=NOON,
    edited_at=NOON,
)


def test_a_comment_comes_in_as_it_was() -> None:
    assert archived(COMMENT, page_id=7, is_post_author=True) == ArchivedComment(
        page_id=7,
        parent_id=None,
        author_name="Bea",
        author_website="http://bea.example/",
        body_html="a <b>b</b>",
        created_at=NOON,
        edited_at=NOON,
        status=CommentStatus.PUBLISHED,
        is_post_author=True,
        legacy_anchor="c301",
    )


def test_a_tombstone_says_who_removed_it() -> None:
    removed = replace(COMMENT, status=SourceStatus.REMOVED_BY_ADMIN, body_html="")
    told = archived(removed, page_id=7, is_post_author=False)
    assert (told.status, told.removed_by) == (CommentStatus.REMOVED, RemovedBy.ADMINISTRATOR)


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "ftp://x.example/", "bea", f"http://x.example/{'y' * 200}"]
)
def test_a_website_that_is_none_is_left_out(url: str) -> None:
    assert web_address(url) == ""


def test_nothing_but_text_and_links_is_left_of_a_hostile_comment(
    newsroom: Newsroom, tmp_path: Path, client: Any
) -> None:
    hostile = "<b>a</b><script>alert(1)</script><a href='javascript:x' onclick=x()>b</a><img src=x>"
    run(write(tmp_path, blogger_export(post(101), comment(301, on=101, body=hostile))))
    made = Comment.objects.get()
    for sign in ("script>", "javascript:", "onclick", "<img"):
        assert sign not in made.body_html
    assert client.get(made.page.url).status_code == 200


def test_an_imported_comment_begins_with_one_event(newsroom: Newsroom, tmp_path: Path) -> None:
    run(write(tmp_path, blogger_export(post(101), comment(301, on=101))))
    assert list(ModerationEvent.objects.values_list("action", "from_status")) == [("import", "")]


@pytest.mark.parametrize(
    ("author", "is_author"),
    [
        (("Desk", "http://www.blogger.com/profile/42"), True),
        (("Desk", "https://www.blogger.com/profile/42"), True),
        (("Desk", ""), False),
        (("Desk", "http://www.blogger.com/profile/43"), False),
        (("Desk", "http://desk.example/"), False),
    ],
)
def test_the_authors_badge_is_for_the_authors_own_profile(
    newsroom: Newsroom, tmp_path: Path, author: tuple[str, str], is_author: bool
) -> None:
    run(write(tmp_path, blogger_export(post(101), comment(301, on=101, author=author))))
    assert Comment.objects.get().is_post_author is is_author
