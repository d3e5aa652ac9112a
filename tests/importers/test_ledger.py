from dataclasses import replace

import pytest

from blog.models import PostPage
from importers.ledger import Ledger
from importers.models import ImportRecord, ImportRun, RecordKind, RecordState
from importers.store import Row
from tests.importers.importing import NOW
from tests.pages import Newsroom, make_post

ROW = Row(1, "post", "101", "hash", "published", "", "", 1, "created", "", "", None, None)


@pytest.fixture
def post(newsroom: Newsroom) -> PostPage:
    return make_post(newsroom)


def ledger(source: str = "blog") -> Ledger:
    return Ledger(source, ImportRun.objects.create(started_at=NOW))


def test_what_became_of_a_row_is_found_again(post: PostPage) -> None:
    written = ledger()
    number = written.write(ROW, state=RecordState.TAKEN, target=post, revision_id=7)
    record = written.records([ROW])["post", "101"]
    assert (record.pk, record.target_id, record.target_type) == (number, post.pk, "blog.postpage")
    assert (record.content_hash, record.revision_id, record.state) == ("hash", 7, "taken")
    assert ledger().target_id(["page", "post"], "101") == post.pk


def test_a_later_run_rewrites_the_record_and_keeps_its_first(post: PostPage) -> None:
    first, second = ledger(), ledger()
    number = first.write(ROW, state=RecordState.PLACED, target=post)
    known = replace(ROW, fingerprint="other", record_id=number)
    assert second.write(known, state=RecordState.TAKEN, target=post) == number
    record = ImportRecord.objects.get()
    assert (record.content_hash, record.state) == ("other", "taken")
    assert record.first_run_id < record.last_run_id


def test_blogs_do_not_know_of_each_other(post: PostPage) -> None:
    ledger("one").write(ROW, state=RecordState.TAKEN, target=post)
    assert ledger("two").records([ROW]) == {}
    assert ledger("two").target_id(["post"], "101") is None


def test_what_was_deleted_here_is_no_target(post: PostPage) -> None:
    ledger().write(ROW, state=RecordState.TAKEN, target=post)
    post.delete()
    assert ledger().target_id(["post"], "101") is None


def test_all_targets_of_a_kind_are_known(post: PostPage) -> None:
    made = ledger()
    made.write(ROW, state=RecordState.TAKEN, target=post)
    made.write(replace(ROW, kind="comment", source_id="1"), state=RecordState.UNATTACHED)
    assert made.targets(RecordKind.POST) == {post.pk}
    assert made.targets(RecordKind.COMMENT) == set()


def test_a_deletion_is_remembered(post: PostPage) -> None:
    made = ledger()
    made.write(ROW, state=RecordState.TAKEN, target=post)
    made.mark_deleted([ROW, replace(ROW, source_id="unknown")])
    assert ImportRecord.objects.get().state == RecordState.DELETED_HERE
