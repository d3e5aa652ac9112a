from datetime import UTC, datetime

import pytest

from comments.seals import Entry, Totals
from comments.seals.chain import Illegible, digest, entries_of, totals_of, write

AT = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
ENTRIES = [Entry("desk", 4, "a" * 64), Entry("event", 9, "b" * 64)]
TOTALS = Totals(desk=2, desk_top=4, event=7, event_top=9)


def test_a_seal_is_read_as_it_was_written():
    text = write(TOTALS, ENTRIES)
    assert text.splitlines()[0] == "sealed desk 2 to 4, event 7 to 9"
    assert (totals_of(text), list(entries_of(text))) == (TOTALS, ENTRIES)


def test_the_totals_count_and_keep_the_highest_number_of_each_table():
    totals = Totals()
    for entry in [*ENTRIES, Entry("event", 3, "c" * 64)]:
        totals = totals.and_with(entry)
    assert totals == Totals(desk=1, desk_top=4, event=2, event_top=9)
    assert [totals.top("desk"), totals.top("event")] == [4, 9]
    assert [totals.count("desk"), totals.count("event")] == [1, 2]


@pytest.mark.parametrize("text", ["", "nonsense", "sealed desk x to 4, event 7 to 9"])
def test_a_heading_that_nobody_writes_is_illegible(text):
    with pytest.raises(Illegible):
        totals_of(text)


@pytest.mark.parametrize("line", ["", "event 1", f"page 1 {'a' * 64}", f"event 1 {'g' * 64}"])
def test_a_line_that_nobody_writes_is_illegible(line):
    with pytest.raises(Illegible):
        list(entries_of(f"heading\n{line}"))


def test_the_digest_is_of_all_that_stands_in_a_seal():
    seal = {"before": "x", "entries": "text", "sealed_at": AT}
    first = digest(1, **seal)
    others = {
        digest(2, **seal),
        digest(1, **(seal | {"before": "y"})),
        digest(1, **(seal | {"entries": "texts"})),
        digest(1, **(seal | {"sealed_at": AT.replace(second=1)})),
    }
    assert len(others | {first}) == 5
    assert len(first) == 64
