from typing import Any

import pytest

from importers import store as store_module
from importers.store import Entry, Outcome, Row, Store


@pytest.fixture
def store() -> Any:
    with Store() as made:
        yield made


def entry(source_id: str, kind: str = "post", **fields: str) -> Entry:
    return Entry(kind=kind, source_id=source_id, **fields)


def ids(store: Store, outcome: str = "") -> list[str]:
    batches = store.batches(["post"], outcomes=[outcome])
    return [row.source_id for batch in batches for row in batch]


def found(store: Store, source_id: str) -> Row:
    row = store.find("post", source_id)
    assert row is not None
    return row


def test_rows_come_by_time_then_by_number_whatever_their_order_in_the_file(store: Store) -> None:
    for source_id, said_at in [("10", "2012"), ("9", "2012"), ("100", "2011"), ("1", "2013")]:
        store.add(entry(source_id, said_at=said_at))
    store.put_in_order()
    assert ids(store) == ["100", "9", "10", "1"]


def test_batches_see_what_was_decided_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "BATCH_RECORDS", 2)
    for number in range(5):
        store.add(entry(str(number)))
    store.put_in_order()
    sizes = []
    for batch in store.batches(["post"], outcomes=[""]):
        sizes.append(len(batch))
        for row in batch:
            store.note(row, outcome=Outcome.CREATED)
    assert sizes == [2, 2, 1]
    assert ids(store) == []
    assert store.count(["post"], outcomes=[Outcome.CREATED]) == 5


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_of_doubles_the_preferred_one_is_kept(store: Store, order: tuple[int, ...]) -> None:
    doubles = [entry("7", preference=p, fingerprint=f) for p, f in ["1a", "2b", "2c"]]
    for number in order:
        store.add(doubles[number])
    assert [row.source_id for row in store.settle_doubles()] == ["7", "7"]
    assert found(store, "7").fingerprint == "c"
    assert store.count(["post"], outcomes=[Outcome.SKIPPED]) == 2


def test_records_without_a_number_are_no_doubles(store: Store) -> None:
    store.add(entry("", kind="setting"))
    store.add(entry("", kind="setting"))
    assert store.settle_doubles() == []
    assert store.find("setting", "") is None


def test_a_record_is_staged_once(store: Store) -> None:
    assert store.add_once(entry("a", payload="first"))
    assert not store.add_once(entry("a", payload="second"))
    assert store.payload(found(store, "a")) == "first"


def test_comments_of_a_post_are_counted(store: Store) -> None:
    for number, post in [("1", "7"), ("2", "7"), ("2", "7"), ("3", "8")]:
        store.add(entry(number, kind="comment", belongs_to=post))
    store.settle_doubles()
    assert store.count_below("comment", "7") == 2


def test_nothing_is_left_after_clearing(store: Store) -> None:
    store.add(entry("a"))
    store.clear()
    assert store.select("SELECT count(*) FROM staged") == [(0,)]
