from datetime import date
from itertools import pairwise

from comments.transparency.suppression import Span
from comments.views.transparency_plot import BASE, LEFT, TOP, WIDTH, plot


def span(first, last=None, total=10, year=2026):
    return Span(date(year, first, 1), date(year, last or first, 1), total)


def test_where_there_is_nothing_nothing_is_drawn():
    assert plot([]) is None
    assert plot([span(1, total=0), span(2, total=0)]) is None


def test_the_highest_bar_is_as_high_as_the_drawing():
    drawn = plot([span(1, total=5), span(2, total=20)])
    assert [bar.height for bar in drawn.bars] == [round((BASE - TOP) / 4), BASE - TOP]
    assert drawn.tallest == 20


def test_months_that_are_shown_together_have_one_bar_as_wide_as_they_are():
    drawn = plot([span(1, total=10), span(2, 4, total=30)])
    narrow, wide = drawn.bars
    assert wide.height == narrow.height
    assert abs(wide.width - 3 * narrow.width) < 8
    assert (narrow.is_merged, wide.is_merged) == (False, True)


def test_nothing_stands_outside():
    drawn = plot([span(month) for month in range(1, 13)])
    for bar in drawn.bars:
        assert bar.x >= LEFT
        assert bar.x + bar.width <= WIDTH
        assert TOP <= bar.y <= BASE


def test_a_month_with_none_has_no_bar():
    assert len(plot([span(1), span(2, total=0), span(3)]).bars) == 2


def test_the_last_three_years_are_shown_with_their_beginnings():
    spans = [span(month, year=year) for year in range(2020, 2027) for month in range(1, 13)]
    drawn = plot(spans)
    assert (drawn.first, drawn.last) == (date(2024, 1, 1), date(2026, 12, 1))
    assert [year for _x, year in drawn.years] == ["2024", "2025", "2026"]


def test_two_years_never_stand_upon_each_other():
    spans = [
        span(12, year=2025),
        *[span(month) for month in range(1, 13)],
        *[span(m, year=2027) for m in range(1, 13)],
    ]
    xs = [x for x, _year in plot(spans).years]
    assert all(later - earlier >= LEFT for earlier, later in pairwise(xs))
