from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils.html import strip_tags
from lxml import etree
from wagtail.models import Page

from blog.models import PostPage
from comments.models import Comment
from importers import store
from importers.applying.writer import Writer
from importers.models import ImportRecord, ImportRun, RecordState
from importers.refusals import ImportRefused
from tests.importers.importing import (
    blogger_export,
    comment,
    figures,
    post,
    run,
    setting,
    write,
)
from tests.importers.state import rows, state
from tests.shared import shared_path

TOMBSTONES = "data/imports/synthetic/blogger-classic-tombstones.xml"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_newsroom(newsroom: object) -> None:
    pass


@pytest.fixture
def synthetic() -> Path:
    return shared_path(TOMBSTONES)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within has not happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_drafts_and_scheduled_posts_are_not_public_and_open_in_the_editor(
    synthetic: Path, client: Any
) -> None:
    run(synthetic)
    for title in ("Draft plan", "Future post"):
        page = PostPage.objects.get(title=title)
        assert not page.live
        assert client.get(page.url).status_code == 404
        assert "secret" in strip_tags(page.get_latest_revision_as_object().body) or page.go_live_at
    future = PostPage.objects.get(title="Future post")
    assert future.go_live_at == datetime(2099, 1, 1, tzinfo=UTC)
    assert future.latest_revision.approved_go_live_at == future.go_live_at


def test_a_second_run_creates_and_updates_nothing(synthetic: Path) -> None:
    run(synthetic)
    before = state()
    report = run(synthetic)
    assert (figures(report, "created"), figures(report, "updated")) == ({}, {})
    assert figures(report, "unchanged") == {
        "post": 4,
        "page": 2,
        "comment": 9,
        "author": 2,
        "tag": 2,
        "redirect": 4,
    }
    assert report["unattached"] == ["comment 307 on 999"]
    assert state() == before


def test_a_rehearsal_writes_nothing_and_reports_what_a_run_does(synthetic: Path) -> None:
    before = rows()
    rehearsal = run(synthetic, is_rehearsal=True)
    assert rows() == before
    assert rehearsal["dry_run"]
    assert rehearsal | {"dry_run": False} == run(synthetic)


def test_a_rehearsal_of_a_second_run_reports_the_same_too(synthetic: Path) -> None:
    run(synthetic)
    before = rows()
    rehearsal = run(synthetic, is_rehearsal=True)
    assert rows() == before
    assert rehearsal | {"dry_run": False} == run(synthetic)


def test_the_order_of_the_entries_does_not_matter(synthetic: Path, tmp_path: Path) -> None:
    with undone():
        run(synthetic)
        expected = state()
    run(reversed_entries(synthetic, tmp_path))
    assert state() == expected


def reversed_entries(path: Path, folder: Path) -> Path:
    tree = etree.parse(path)
    entries = tree.getroot().findall("{*}entry")
    for entry in entries:
        tree.getroot().remove(entry)
    tree.getroot().extend(reversed(entries))
    tree.write(folder / "reversed.xml", encoding="utf-8", xml_declaration=True)
    return folder / "reversed.xml"


class Killed(BaseException):
    """The process is gone; nothing catches this."""


def killed_at(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    """Let the process die at the end of a batch, just before it is committed."""
    whole_batch = Writer.batch
    counted = iter(range(1, batch + 1))

    @contextmanager
    def dying_batch(writer: Writer) -> Iterator[None]:
        with whole_batch(writer):
            yield
            if next(counted, None) == batch:
                raise Killed

    monkeypatch.setattr(Writer, "batch", dying_batch)


def test_a_run_killed_at_any_batch_is_finished_by_the_next(
    synthetic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BATCH_RECORDS", 3)
    with undone():
        run(synthetic)
        expected = state()
    deaths = 0
    while True:
        with undone():
            with monkeypatch.context() as patched:
                killed_at(patched, deaths + 1)
                try:
                    run(synthetic)
                except Killed:
                    deaths += 1
                else:
                    break
            report = run(synthetic)
            assert state() == expected, f"killed at batch {deaths}"
            assert figures(report, "failed") == {}
    assert deaths > 10


def test_nobody_is_told_of_an_import(synthetic: Path) -> None:
    run(synthetic)
    assert mail.outbox == []


def test_a_file_without_records_is_no_error() -> None:
    report = run(shared_path("data/imports/blogger/blogger2md--post-draft.xml"))
    assert report["exit"] == 0
    assert report["warnings"] == ["The file holds no post, page or comment."]
    assert figures(report, "in_source") == {}


def test_an_export_that_names_no_blog_is_refused(tmp_path: Path) -> None:
    export = blogger_export(post(101)).replace("blog-1234567890", "it")
    export = export.replace(
        "<link rel='alternate' type='text/html' href='http://old.example/'/>", ""
    )
    with pytest.raises(ImportRefused, match="which blog"):
        run(write(tmp_path, export))
    assert ImportRun.objects.count() == 0


def test_a_damaged_record_fails_alone_and_makes_the_run_partial(tmp_path: Path) -> None:
    report = run(write(tmp_path, blogger_export(post(101, published="soon"), post(102))))
    assert (report["exit"], figures(report, "failed")) == (2, {"post": 1})
    assert PostPage.objects.count() == 1


def test_a_limit_takes_the_oldest_posts_and_the_rest_later(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        blogger_export(
            post(2, "New", published="2013-01-01T00:00:00Z"),
            post(1, "Old", published="2012-01-01T00:00:00Z"),
            comment(3, on=2),
            comment(4, on=1),
        ),
    )
    report = run(path, limit=1)
    assert figures(report, "skipped") == {"post": 1, "comment": 1}
    assert [page.title for page in PostPage.objects.all()] == ["Old"]
    assert report["unattached"] == []
    report = run(path)
    assert figures(report, "created") == {"post": 1, "comment": 1, "redirect": 1}


def test_the_report_is_kept_with_the_run(tmp_path: Path) -> None:
    path = write(tmp_path, blogger_export(post(101), setting("BLOG_NAME", "Old")))
    report = run(path)
    kept = ImportRun.objects.get()
    assert kept.report == report
    assert kept.finished_at is not None
    assert kept.file_sha256 == report["sha256"]
    assert report["settings_proposed"] == {"BLOG_NAME": "Old"}


def test_no_address_of_anybody_is_in_the_report(synthetic: Path) -> None:
    assert "@" not in str(run(synthetic))


def test_what_was_deleted_here_stays_deleted(tmp_path: Path) -> None:
    path = write(tmp_path, blogger_export(post(101), comment(301, on=101)))
    run(path)
    Comment.objects.all().delete()
    PostPage.objects.get().delete()
    report = run(path)
    assert figures(report, "created") == {}
    assert PostPage.objects.count() == Comment.objects.count() == 0
    states = dict(ImportRecord.objects.values_list("kind", "state"))
    assert states["post"] == states["comment"] == RecordState.DELETED_HERE
    run(path)
    assert Page.objects.filter(slug="post-101").count() == 0


def test_an_older_export_next_to_a_newer_one_changes_only_what_changed(tmp_path: Path) -> None:
    run(write(tmp_path, blogger_export(post(101, "A"), comment(301, on=101, body="x"))))
    changed = blogger_export(post(101, "B"), comment(301, on=101, body="y"), comment(302, on=101))
    report = run(write(tmp_path, changed))
    assert figures(report, "updated") == {"post": 1, "comment": 1}
    assert figures(report, "created") == {"comment": 1}
    assert PostPage.objects.get().title == "B"
    assert Comment.objects.get(legacy_anchor="c301").body == "y"
