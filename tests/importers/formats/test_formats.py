"""The exports of the shared data: what each must become, and what must be refused."""

from pathlib import Path
from typing import Any

import pytest
from django.utils.html import strip_tags

from blog.models import PostPage
from comments.models import Comment
from home.models import PlainPage
from importers.bodies.sanitise import plain_text
from importers.formats import FORMATS
from importers.notes import Notes
from importers.reading.repairs import Repairs
from importers.reading.source_file import SourceFile
from importers.records import SourceItem
from importers.refusals import ImportRefused
from tests.importers.formats.exports import BLOGGER_EXPORTS
from tests.importers.importing import figures, run, write
from tests.importers.state import rows, state
from tests.shared import shared_path

TOMBSTONES = "data/imports/synthetic/blogger-classic-tombstones.xml"
SEED = "data/seeds/newsroom.blogger.xml"


@pytest.fixture(autouse=True)
def _in_a_newsroom(newsroom: object) -> None:
    pass


@pytest.fixture
def synthetic() -> Path:
    return shared_path(TOMBSTONES)


@pytest.fixture(autouse=True)
def _in_a_newsroom(newsroom: object) -> None:
    pass


def test_the_outcome_of_the_synthetic_export_is_the_expected_one(synthetic: Path) -> None:
    report = run(synthetic)
    assert figures(report, "created") == {
        "post": 4,
        "page": 2,
        "comment": 9,
        "author": 2,
        "tag": 2,
        "redirect": 4,
    }
    assert report["post_status"] == {"published": 2, "draft": 1, "scheduled": 1}
    assert report["comment_status"] == {
        "approved": 6,
        "removed_by_admin": 1,
        "removed_by_author": 1,
        "removed": 1,
    }
    assert report["replies"] == 2
    assert report["unattached"] == ["comment 307 on 999"]
    assert report["missing_parents"] == ["comment 308 answers 777"]
    assert sorted(report["lists"]["redirects_active"]) == [
        "/2010/11/rally-on-saturday.html",
        "/2012/02/no-title-no-comments.html",
        "/p/about-us.html",
    ]
    assert report["lists"]["redirects_waiting"] == ["/2099/01/future-post.html"]
    assert report["lists"]["tag_merges"] == ["action → Action"]
    assert report["lists"]["duplicates"] == ["comment 302"]
    assert report["time_zone"] == "America/Los_Angeles"
    assert report["blog_title"] == "Campaign & Co"


def test_the_comments_of_the_synthetic_export_stand_where_they_stood(synthetic: Path) -> None:
    run(synthetic)
    told = {
        made.legacy_anchor: (made.author_name, made.status, made.removed_by)
        for made in Comment.objects.all()
    }
    assert told["c301"] == ("shahrukh", "removed", "administrator")
    assert told["c304"] == ("Chloé", "removed", "author")
    assert told["c305"] == ("Dora", "removed", "unknown")
    assert told["c306"] == ("Eve", "published", "")
    assert "c307" not in told
    about = PlainPage.objects.get(title="About us")
    assert Comment.objects.get(legacy_anchor="c309").page_id == about.pk
    first = Comment.objects.get(legacy_anchor="c302")
    assert set(first.replies.values_list("legacy_anchor", flat=True)) == {"c303", "c304"}
    assert Comment.objects.get(legacy_anchor="c308").parent is None


def test_the_seed_blog_comes_in_word_for_word() -> None:
    report = run(shared_path(SEED))
    assert report["exit"] == 0
    for name, post_at in [("000_4dfbc9ed883b837f", "2012-01"), ("004_100c587d0509fbdb", "2010-09")]:
        year, month = map(int, post_at.split("-"))
        page = PostPage.objects.get(posted_at__year=year, posted_at__month=month)
        text = " ".join(strip_tags(page.body.render_as_block().replace("<", " <")).split())
        assert_in_order(body_lines(name), unescaped(text))


def body_lines(name: str) -> list[str]:
    """The source's lines without date, title and thread, which templates write."""
    source = shared_path(f"data/seeds/{name}.txt").read_text()
    lines = [" ".join(line.split()) for line in source.splitlines() if line.strip()]
    start = 2 if lines[0].startswith("Thursday") else 0
    end = next(n for n, line in enumerate(lines) if line in ("1 comment:", "No comments:"))
    return lines[start:end]


def unescaped(text: str) -> str:
    return text.replace("&amp;", "&").replace("&quot;", '"').replace("&#x27;", "'")


def assert_in_order(lines: list[str], text: str) -> None:
    position = 0
    for line in lines:
        found = text.find(line, position)
        assert found >= 0, line
        position = found + len(line)


def test_the_seeds_old_addresses_answer_301_on_a_phone_too(client: Any) -> None:
    run(shared_path(SEED))
    page = PostPage.objects.get(posted_at__year=2012)
    for query in ("", "?m=1"):
        answer = client.get(f"/2012/01/learn-how-to-break-ices-hold-on-your.html{query}")
        assert (answer.status_code, answer["Location"]) == (301, page.url)


@pytest.mark.parametrize("name", ["hostile-xxe.xml", "hostile-entity-expansion.xml"])
def test_a_hostile_file_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    before = rows()
    with pytest.raises(ImportRefused):
        run(shared_path(f"data/imports/synthetic/{name}"))
    disguised = write(tmp_path, shared_path(f"data/imports/synthetic/{name}").read_text())
    disguised.write_bytes(disguised.read_bytes() + b"<!-- g/2005#kind -->")
    with pytest.raises(ImportRefused):
        run(disguised)
    assert rows() == before


@pytest.mark.parametrize("name", BLOGGER_EXPORTS)
def test_every_export_is_rehearsed_truly_and_changes_nothing_the_second_time(name: str) -> None:
    path = shared_path(f"data/imports/{name}")
    rehearsal = run(path, is_rehearsal=True)
    assert rehearsal | {"dry_run": False} == run(path)
    before = state()
    again = run(path)
    assert (figures(again, "created"), figures(again, "updated")) == ({}, {})
    assert state() == before


@pytest.mark.parametrize("name", [name for name in BLOGGER_EXPORTS if "post-draft" not in name])
def test_no_character_of_a_body_is_lost_or_moved(name: str) -> None:
    source = SourceFile(shared_path(f"data/imports/{name}"))
    run(source.path)
    for record in FORMATS[0].read(source, Repairs(), Notes()):
        page = PostPage.objects.filter(posted_at=getattr(record, "published_at", None)).first()
        if isinstance(record, SourceItem) and page:
            assert is_contained(plain_text(record.body_html), words_on(page)), record.source_id


def words_on(page: PostPage) -> str:
    texts = [block["value"] for block in page.body.raw_data if isinstance(block["value"], str)]
    return " ".join(plain_text(text) for text in texts)


def is_contained(text: str, other: str) -> bool:
    """Whether all characters of a text stand in another, in order; that one may hold more."""
    rest = iter(other)
    return all(character in rest for character in text if not character.isspace())
