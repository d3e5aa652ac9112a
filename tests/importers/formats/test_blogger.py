import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from importers.formats.blogger import FORMAT, recognises
from importers.notes import Notes
from importers.reading.repairs import Repairs
from importers.reading.source_file import SourceFile
from importers.records import (
    ItemStatus,
    Origin,
    SourceAuthor,
    SourceComment,
    SourceFault,
    SourceItem,
    SourceOther,
    SourceRecord,
    SourceSetting,
    SourceStatus,
)
from tests.importers.formats.exports import BLOGGER_EXPORTS
from tests.importers.importing import BLOG, HOST, blogger_export, comment, post, run, setting, write
from tests.pages import make_newsroom
from tests.shared import shared_path

TOMBSTONE = "This comment has been removed by the author."


def expectations() -> dict[str, dict[str, object]]:
    return json.loads(shared_path("data/imports/expected.json").read_text())["files"]


def read(folder: Path, *entries: str) -> tuple[list[SourceRecord], Notes]:
    notes = Notes()
    source = SourceFile(write(folder, blogger_export(*entries)))
    return list(FORMAT.read(source, Repairs(), notes)), notes


def first(folder: Path, entry: str) -> SourceRecord:
    return read(folder, entry)[0][0]


def read_item(folder: Path, entry: str) -> SourceItem:
    record = first(folder, entry)
    assert isinstance(record, SourceItem)
    return record


def read_comment(folder: Path, entry: str) -> SourceComment:
    record = first(folder, entry)
    assert isinstance(record, SourceComment)
    return record


@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOGGER_EXPORTS)
def test_the_staged_counts_of_real_exports_are_the_expected_ones(name: str) -> None:
    make_newsroom()
    expected = expectations()[name]
    report = run(shared_path(f"data/imports/{name}"))
    staged = report["staged"] | {"comment_status": report["comment_status"]}
    assert staged == expected["expected"]
    assert report["repairs"] == expected["repairs"]
    assert report["exit"] == 0


def test_every_file_of_this_format_is_tested() -> None:
    listed = {name for name, file in expectations().items() if file["format"] == "blogger"}
    assert listed == {*BLOGGER_EXPORTS, "synthetic/blogger-classic-tombstones.xml"}


def test_a_posts_fields_are_taken_over(tmp_path: Path) -> None:
    item = read_item(
        tmp_path,
        post(
            101,
            "Is <b> bold?",
            "<p>Yes &amp; no</p>",
            labels=["Action", " Two  words "],
            updated="2012-01-06T09:00:00.500-05:00",
            extra="<link rel='replies' type='text/html' href='http://x.example/#comment-form'/>"
            "<thr:total>3</thr:total>",
        ),
    )
    assert item == SourceItem(
        kind="post",
        source_id="101",
        title="Is <b> bold?",
        body_html="<p>Yes &amp; no</p>",
        status=ItemStatus.PUBLISHED,
        published_at=datetime(2012, 1, 5, 14, 0, tzinfo=UTC),
        updated_at=datetime(2012, 1, 6, 14, 0, 0, 500_000, tzinfo=UTC),
        old_url=f"{HOST}/2012/01/post-101.html",
        author=SourceAuthor(name="Desk", url="http://www.blogger.com/profile/42"),
        labels=("Action", "Two words"),
        comments_open=True,
        declared_comments=3,
        utc_offset="-05:00",
    )


def test_a_post_without_an_author_is_the_feeds_authors(tmp_path: Path) -> None:
    entry = post(101)
    unsigned = entry[: entry.index("<author>")] + entry[entry.index("</author>") + 9 :]
    export = blogger_export(unsigned).replace(
        "<generator>", "<author><name>The feed</name></author><generator>"
    )
    source = SourceFile(write(tmp_path, export))
    [item, _origin] = FORMAT.read(source, Repairs(), Notes())
    assert isinstance(item, SourceItem)
    assert item.author == SourceAuthor(name="The feed")


@pytest.mark.parametrize("namespace", ["http://purl.org/atom/app#", "http://www.w3.org/2007/app"])
def test_a_draft_is_known_in_both_namespaces(tmp_path: Path, namespace: str) -> None:
    mark = f"<c:control xmlns:c='{namespace}'><c:draft>yes</c:draft></c:control>"
    item = read_item(tmp_path, post(101, path="", extra=mark))
    assert item.status == ItemStatus.DRAFT
    assert item.old_url == ""
    assert item.comments_open is None


def test_a_comments_fields_are_taken_over(tmp_path: Path) -> None:
    read_one = read_comment(
        tmp_path,
        comment(301, on=101, answers=300, author=("Bea", "http://bea.example/")),
    )
    assert read_one == SourceComment(
        source_id="301",
        post_id="101",
        parent_id="300",
        author=SourceAuthor(name="Bea", url="http://bea.example/"),
        body_html="Well said.",
        status=SourceStatus.APPROVED,
        created_at=datetime(2012, 1, 5, 14, 0, tzinfo=UTC),
        utc_offset="-05:00",
    )


@pytest.mark.parametrize(
    ("updated", "is_edited"),
    [("2012-01-05T09:00:01.000-05:00", False), ("2012-01-05T09:00:01.001-05:00", True)],
)
def test_a_comment_was_edited_when_it_changed_more_than_a_second_later(
    tmp_path: Path, updated: str, is_edited: bool
) -> None:
    edited = read_comment(tmp_path, comment(301, on=101, updated=updated))
    assert (edited.edited_at is not None) is is_edited


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"body": TOMBSTONE, "removed": True}, SourceStatus.REMOVED_BY_AUTHOR),
        ({"body": "Nothing we know.", "removed": True}, SourceStatus.REMOVED),
        ({"body": TOMBSTONE, "is_marked": False}, SourceStatus.REMOVED_BY_AUTHOR),
        ({"body": TOMBSTONE}, SourceStatus.APPROVED),
        ({"body": "Well said.", "is_marked": False}, SourceStatus.APPROVED),
    ],
)
def test_a_tombstone_is_told_by_its_mark_and_in_old_exports_by_its_words(
    tmp_path: Path, fields: dict[str, object], status: SourceStatus
) -> None:
    assert read_comment(tmp_path, comment(301, on=101, **fields)).status == status


def test_a_removed_comment_leaves_its_words_in_the_file(tmp_path: Path) -> None:
    removed = comment(301, on=101, body="Nothing we know.", removed=True, author=("Dora", ""))
    records, notes = read(tmp_path, removed)
    [read_one, _origin] = records
    assert isinstance(read_one, SourceComment)
    assert (read_one.body_html, read_one.author.name) == ("", "Dora")
    assert notes.lists() == {"unknown_tombstones": ["comment 301: Nothing we know."]}


def test_an_inferred_tombstone_is_noted(tmp_path: Path) -> None:
    _records, notes = read(tmp_path, comment(301, on=101, body=TOMBSTONE, is_marked=False))
    assert notes.lists() == {"inferred_tombstones": ["comment 301"]}


@pytest.mark.parametrize("entry", [post(101, published="soon"), comment(301, on=1, published="")])
def test_a_record_without_a_readable_date_is_a_fault(tmp_path: Path, entry: str) -> None:
    fault = first(tmp_path, entry)
    assert isinstance(fault, SourceFault)
    assert fault.reason == "it has no readable date"


def test_a_record_without_a_number_is_a_fault(tmp_path: Path) -> None:
    entry = post(101).replace(f"<id>tag:blogger.com,1999:blog-{BLOG}.post-101</id>", "<id>x</id>")
    assert first(tmp_path, entry) == SourceFault(
        kind="post", source_id="", reason="it has no number"
    )


def test_settings_and_templates_are_told_apart(tmp_path: Path) -> None:
    template = post(1).replace("kind#post", "kind#template")
    unknown = post(1).replace("2008/kind#post", "none").replace("g/2005#kind", "other")
    records, _notes = read(tmp_path, setting("BLOG_NAME", "Old"), template, unknown)
    assert records[:3] == [
        SourceSetting(name="BLOG_NAME", value="Old"),
        SourceOther(what="template"),
        SourceOther(what="unknown"),
    ]


def test_the_blog_is_known_by_its_number_and_its_hosts(tmp_path: Path) -> None:
    other = post(101, path="").replace(
        "<title", "<link rel='alternate' type='text/html' href='http://two.example/a'/><title", 1
    )
    records, _notes = read(tmp_path, other)
    hosts = frozenset({"old.example", "two.example"})
    assert records[-1] == Origin(source=BLOG, title="Old blog", url=f"{HOST}/", hosts=hosts)


def test_enclosures_are_noted(tmp_path: Path) -> None:
    link = "<link rel='enclosure' href='http://x.example/a.mp3'/>"
    _records, notes = read(tmp_path, post(101, extra=link))
    assert notes.lists() == {"enclosures": ["post 101: http://x.example/a.mp3"]}


def test_takeout_and_other_feeds_are_not_taken_for_a_classic_export() -> None:
    assert recognises(b"<feed><generator>Blogger</generator>")
    assert not recognises(b"<feed xmlns:b='http://schemas.google.com/blogger/2018'>g/2005#kind")
    assert not recognises(b"<rss><generator>https://wordpress.org/</generator>")
