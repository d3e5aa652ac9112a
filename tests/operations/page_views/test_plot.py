from datetime import date

from operations.page_views.figures import Day
from operations.page_views.plot import HEIGHT, LEFT, TALLEST, WIDTH, plot


def days(*numbers):
    return [Day(date(2026, 3, day), number) for day, number in enumerate(numbers, start=1)]


def test_where_nothing_was_read_nothing_is_drawn():
    assert plot(days(0, 0)) is None
    assert plot([]) is None


def test_the_tallest_bar_reaches_the_top_and_the_others_their_share():
    drawn = plot(days(10, 0, 5))
    assert [bar.height for bar in drawn.bars] == [TALLEST, TALLEST // 2]
    assert drawn.largest == 10


def test_one_reading_among_very_many_can_be_seen():
    assert plot(days(100_000, 1)).bars[1].height == 1


def test_a_year_fits_into_the_drawing():
    drawn = plot([Day(date(2026, 3, 1), number) for number in range(1, 366)])
    assert all(bar.x >= LEFT and bar.x + bar.width <= WIDTH for bar in drawn.bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= HEIGHT for bar in drawn.bars)
