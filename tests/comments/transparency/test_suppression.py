"""What is published tells of nobody: by the rules, and by taking it apart as an attacker would."""

import random
from collections import defaultdict
from datetime import date
from itertools import product

import pytest

from comments.transparency.suppression import SMALLEST, Month, Span, Table, publish


def months(*rows, start=(2026, 1)):
    """Consecutive months; a row is a total, or the numbers of the kinds a, b, c…"""
    first = start[0] * 12 + start[1] - 1
    found = []
    for place, row in enumerate(rows):
        numbers = row if isinstance(row, tuple) else (row,)
        kinds = dict(zip("abcdefgh", numbers, strict=False))
        year, month = divmod(first + place, 12)
        found.append(Month(date(year, month + 1, 1), sum(numbers), {"by": kinds}))
    return found


def published(*rows, start=(2026, 1)):
    return publish(months(*rows, start=start), {"by": ()})


def spans(*rows, **start):
    return [(s.first.month, s.last.month, s.total) for s in published(*rows, **start).spans]


def tables(*rows, **start):
    found = published(*rows, **start).tables["by"]
    return [(t.first.month, t.last.month, dict(t.kinds), t.other) for t in found]


def test_months_with_none_or_with_five_are_shown_each():
    assert spans(0, 5, 12) == [(1, 1, 0), (2, 2, 5), (3, 3, 12)]


def test_a_month_with_fewer_than_five_waits_for_the_end_of_the_quarter():
    assert spans(3, 20, 20, 9) == [(1, 3, 43), (4, 4, 9)]
    assert spans(7, 3, 20) == [(1, 1, 7), (2, 3, 23)]
    assert spans(3, 20) == []


def test_in_the_last_month_of_a_quarter_it_waits_for_the_next_one():
    assert spans(7, 7, 3, 9, 9, 9) == [(1, 1, 7), (2, 2, 7), (3, 6, 30)]


def test_a_quarter_with_fewer_than_five_waits_for_the_next_one():
    assert spans(1, 1, 1, 7, 7, 7) == [(1, 6, 24)]
    assert spans(1, 1, 1, 7, 7) == []


def test_a_year_with_fewer_than_five_waits_for_the_first_quarter_of_the_next_one():
    assert spans(*[1, *[0] * 11], 0, 4, 0) == [(1, 3, 5)]


def test_it_says_that_something_waits_and_never_how_much():
    assert published(7, 3).waits
    assert not published(7, 0).waits
    assert published(7, 3).total == 7


def test_nothing_has_no_spans():
    assert published().spans == ()
    assert published().tables == {"by": ()}


def test_kinds_are_shown_as_soon_as_none_is_too_small():
    assert tables((5, 6), (0, 7)) == [
        (1, 1, {"a": 5, "b": 6}, None),
        (2, 2, {"a": 0, "b": 7}, None),
    ]


def test_kinds_that_are_too_small_wait_for_a_quarter_in_which_they_are_not():
    rows = [(2, 9), (9, 9), (9, 9)]
    assert tables(*rows) == [(1, 3, {"a": 20, "b": 27}, None)]
    assert tables(*rows[:2]) == []


def test_at_the_end_of_the_year_they_become_other():
    rows = [(0, 2, 3, 9), *[(0, 0, 0, 9)] * 11]
    assert tables(*rows) == [(1, 12, {"d": 108}, 5)]


def test_other_takes_the_last_of_the_rest_where_it_would_be_too_small():
    assert tables((7, 8, 9, 2), start=(2026, 12)) == [(12, 12, {"a": 7, "b": 8}, 11)]


def test_other_takes_more_where_all_of_it_would_be_as_large_as_small_kinds_can_be():
    assert tables((9, 4, 4), start=(2026, 12)) == [(12, 12, {}, 17)]


def test_what_nobody_did_is_not_told_of_beside_other():
    [(_first, _last, kinds, other)] = tables((9, 0, 0, 2, 4), start=(2026, 12))
    assert (kinds, other) == ({"a": 9}, 6)


def test_kinds_that_are_known_beforehand_are_shown_with_nothing():
    series = publish(months((5,)), {"by": ("a", "z")})
    assert series.tables["by"][0].kinds == {"a": 5, "z": 0}


def test_no_table_ends_within_a_span():
    rows = [(5, 0)] * 11 + [(0, 2)] + [(5, 5)] * 12
    series = published(*rows)
    ends = {span.last for span in series.spans}
    assert {table.last for table in series.tables["by"]} <= ends


def random_months(lot):
    """Any beginning, any length, few or many of each kind."""
    kinds = lot.randint(1, 6)
    top = lot.choice([1, 2, 4, 6, 9, 30, 400])
    length = lot.randint(0, 40)
    rows = [
        tuple(lot.randint(0, top) * lot.randint(0, 1) for _ in range(kinds)) for _ in range(length)
    ]
    return months(*rows, start=(2026, lot.randint(1, 12)))


@pytest.mark.parametrize("seed", range(300))
def test_every_number_is_none_or_at_least_five_and_nothing_is_told_twice(seed):
    rows = random_months(random.Random(seed))  # noqa: S311  (no secret)
    series = publish(rows, {"by": ()})
    totals = {month.first_day: month.total for month in rows}
    told = [day for span in series.spans for day in totals if span.first <= day <= span.last]
    assert len(told) == len(set(told))
    assert series.total == sum(totals[day] for day in told)
    for span in series.spans:
        assert span.total == 0 or span.total >= SMALLEST
    for table in series.tables["by"]:
        numbers = [*table.kinds.values(), *([] if table.other is None else [table.other])]
        assert all(number == 0 or number >= SMALLEST for number in numbers)
        assert sum(numbers) == table.total
        assert table.total == sum(s.total for s in series.spans if is_within(s, table))


def is_within(span: Span, table: Table):
    return table.first <= span.first and span.last <= table.last


@pytest.mark.parametrize("seed", range(100))
def test_a_later_report_only_adds_to_an_earlier_one(seed):
    rows = random_months(random.Random(seed))  # noqa: S311  (no secret)
    last = publish(rows, {"by": ()})
    for length in range(len(rows)):
        earlier = publish(rows[:length], {"by": ()})
        assert earlier.spans == last.spans[: len(earlier.spans)]
        known = [dict(table.kinds) for table in earlier.tables["by"]]
        now = last.tables["by"][: len(known)]
        assert known == [
            {k: n for k, n in t.kinds.items() if k in o} for t, o in zip(now, known, strict=True)
        ]


def all_reports(rows):
    """Everything that was ever published on the way: whoever kept every report has this."""
    kinds = {"by": tuple(rows[0].kinds["by"])} if rows else {"by": ()}
    seen = []
    for length in range(1, len(rows) + 1):
        series = publish(rows[:length], kinds)
        told = tuple(
            (t.first, t.last, tuple(t.kinds.items()), t.other) for t in series.tables["by"]
        )
        seen.append((series.spans, series.waits, told))
    return tuple(seen)


@pytest.mark.parametrize(
    ("kinds", "length", "top", "start"),
    [
        (1, 4, 9, (2026, 1)),
        (1, 4, 9, (2026, 11)),
        (1, 5, 6, (2026, 2)),
        (2, 2, 9, (2026, 1)),
        (2, 2, 9, (2026, 11)),
        (3, 1, 17, (2026, 12)),
        (4, 1, 9, (2026, 12)),
        (3, 2, 5, (2026, 11)),
    ],
)
def test_who_knows_all_reports_and_the_method_cannot_tell_a_small_number(kinds, length, top, start):
    """Every table that leads to the same reports is as likely: a small number differs among them.

    All tables are tried whose spans hold at most `top`, so that none of the others is missed.
    """
    possible = defaultdict(list)
    for cells in product(range(top + 1), repeat=kinds * length):
        rows = [cells[place * kinds : (place + 1) * kinds] for place in range(length)]
        if max(map(sum, rows)) <= top:
            possible[all_reports(months(*rows, start=start))].append(cells)
    for reports, tables_with_it in possible.items():
        if any(span.total > top for span in reports[-1][0]):
            continue
        for values in map(set, zip(*tables_with_it, strict=True)):
            assert len(values) >= 3 or all(value == 0 or value >= SMALLEST for value in values)
