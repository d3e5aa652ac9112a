from pathlib import Path

import pytest

from importers.formats import FORMATS
from importers.notes import Notes
from importers.reading.source_file import SourceFile
from importers.refusals import ImportRefused
from importers.staging import Staged, stage
from importers.store import Outcome, Store
from tests.importers.importing import BLOG, NOW, blogger_export, comment, post, setting, write


def staged(path: Path, store: Store, notes: Notes) -> Staged:
    return stage(SourceFile(path), FORMATS[0], store=store, notes=notes, now=NOW)


def test_every_record_of_the_file_is_staged(tmp_path: Path) -> None:
    entries = [
        post(1, published="2012-01-05T09:00:00.000+02:00"),
        post(2, "", path="", published="2099-01-01T00:00:00Z", labels=["a", "b"]),
        post(3, "T", kind="page", is_draft=True),
        comment(4, on=1),
        post(5, published="soon"),
        setting("BLOG_NAME", "Old"),
        post(6).replace("kind#post", "kind#template"),
    ]
    with Store() as store:
        told = staged(write(tmp_path, blogger_export(*entries)), store, Notes())
        kinds = dict(store.select("SELECT kind, count(*) FROM staged GROUP BY kind"))
        assert kinds == {"post": 3, "page": 1, "comment": 1, "setting": 1, "other": 1}
        assert store.count(["post"], outcomes=[Outcome.FAILED]) == 1
        assert store.count(["setting", "other"], outcomes=[Outcome.SKIPPED]) == 2
    assert told.origin.source == BLOG
    assert told.settings == {"BLOG_NAME": "Old"}
    assert told.item_status == {"post:live": 1, "post:scheduled": 1, "page:draft": 1}
    assert told.utc_offsets == {"+02:00": 1, "Z": 1, "-05:00": 2}
    assert told.counts == {"label_links": 2, "items_without_url": 1, "empty_titles": 2}
    assert told.others == {"template": 1}


@pytest.mark.parametrize("is_reversed", [False, True])
def test_of_two_copies_the_newer_post_and_the_removed_comment_are_kept(
    tmp_path: Path, is_reversed: bool
) -> None:
    entries = [
        post(1, "Old", updated="2012-02-01T00:00:00Z"),
        post(1, "New", updated="2012-03-01T00:00:00Z"),
        comment(2, on=1, updated="2012-04-01T00:00:00Z"),
        comment(2, on=1, removed=True),
    ]
    notes = Notes()
    with Store() as store:
        ordered = reversed(entries) if is_reversed else entries
        staged(write(tmp_path, blogger_export(*ordered)), store, notes)
        post_row, comment_row = store.find("post", "1"), store.find("comment", "2")
        assert post_row is not None
        assert '"title": "New"' in store.payload(post_row)
        assert comment_row is not None
        assert comment_row.standing == "removed"
    assert sorted(notes.lists()["duplicates"]) == ["comment 2", "post 1"]


def test_of_two_copies_of_one_moment_the_draft_is_kept(tmp_path: Path) -> None:
    with Store() as store:
        entries = [post(1, is_draft=True), post(1)]
        staged(write(tmp_path, blogger_export(*entries)), store, Notes())
        row = store.find("post", "1")
        assert row is not None
        assert row.standing == "draft"


def test_a_repair_begins_again_from_the_top(tmp_path: Path) -> None:
    export = blogger_export(post(1), post(2, extra="<georss:point>1 2</georss:point>"))
    notes = Notes()
    with Store() as store:
        told = staged(write(tmp_path, "\n" + export), store, notes)
        assert store.count(["post"], outcomes=[""]) == 2
    assert told.counts["empty_titles"] == 2
    assert len(notes.lists()["repairs"]) == 2


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    whole = blogger_export(post(1), post(2))
    with Store() as store, pytest.raises(ImportRefused, match="cannot be repaired"):
        staged(write(tmp_path, whole[:-40]), store, Notes())
