from typing import Any

import pytest
from django.db import IntegrityError, transaction

from importers.models import ImportRecord, ImportRun, RecordKind, RecordState
from tests.importers.importing import NOW

pytestmark = pytest.mark.django_db


def make_record(**fields: Any) -> ImportRecord:
    run = ImportRun.objects.create(started_at=NOW, file_name="blog.xml")
    values = {"source": "1", "kind": RecordKind.COMMENT, "source_id": "301"} | fields
    return ImportRecord.objects.create(
        **{"state": RecordState.TAKEN, "first_run": run, "last_run": run, **values}
    )


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"kind": "novel"}, "record_kind_is_a_known_one"),
        ({"state": "lost"}, "record_state_is_a_known_one"),
        ({"kept": {"a": 1}}, "only_unattached_comments_keep_words"),
    ],
)
def test_the_database_refuses_what_must_not_be(fields: dict[str, Any], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make_record(**fields)


def test_a_source_record_is_taken_once() -> None:
    make_record()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_record()
    make_record(source="2")
    make_record(kind=RecordKind.POST)


def test_an_unattached_comment_keeps_its_words() -> None:
    assert make_record(state=RecordState.UNATTACHED, kept={"a": 1}).kept == {"a": 1}


def test_rows_name_themselves() -> None:
    record = make_record()
    assert str(record) == "comment 301 of 1"
    assert str(record.first_run) == f"import {record.first_run_id} of blog.xml"
