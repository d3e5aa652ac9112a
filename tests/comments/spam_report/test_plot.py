from datetime import timedelta
from itertools import pairwise

import pytest

from comments.learning.report_card import Period, Tally
from comments.spam_report.plot import AXIS, HEIGHT, LEFT, TALLEST, WIDTH, plot
from tests.conftest import NOON


def period(spam=(0, 0, 0), honest=(0, 0, 0)):
    """What was let pass, held, binned of each."""
    return Period(NOON, NOON + timedelta(days=1), Tally(*spam), Tally(*honest))


def parts(drawing, x=None):
    return [(each.kind, each.height) for each in drawing.blocks if x in (None, each.x)]


@pytest.mark.parametrize("periods", [[], [period()]])
def test_nothing_makes_no_drawing(periods):
    assert plot(periods) is None


def test_spam_stands_above_the_line_and_honest_comments_hang_below():
    drawing = plot([period(spam=(0, 0, 4), honest=(2, 0, 0))])
    spam, honest = drawing.blocks
    assert (spam.y + spam.height, honest.y) == (AXIS, AXIS)
    assert (spam.kind, honest.kind) == ("right", "right")


def test_heights_are_the_numbers_and_the_longest_bar_is_the_tallest():
    drawing = plot([period(spam=(0, 2, 4)), period(honest=(12, 0, 0))])
    assert parts(drawing) == [
        ("right", round(4 * TALLEST / 12)),
        ("asked", round(2 * TALLEST / 12)),
        ("right", TALLEST),
    ]
    assert drawing.largest == 12


@pytest.mark.parametrize(
    ("spam", "honest"), [((3, 0, 0), (0, 0, 0)), ((0, 0, 0), (0, 0, 3))], ids=["spam", "honest"]
)
def test_spam_let_pass_and_honest_binned_are_wrong(spam, honest):
    assert [kind for kind, _ in parts(plot([period(spam, honest)]))] == ["wrong"]


def test_one_comment_among_hundreds_can_be_seen():
    drawing = plot([period(spam=(1, 0, 400))])
    assert min(each.height for each in drawing.blocks) >= 2


def test_parts_of_a_bar_touch_and_nothing_leaves_the_drawing():
    drawing = plot([period(spam=(1, 1, 100), honest=(100, 1, 1))] * 10)
    upwards = [each for each in drawing.blocks if each.y < AXIS]
    assert all(
        lower.y == upper.y + upper.height
        for lower, upper in pairwise(upwards)
        if lower.x == upper.x
    )
    for block in drawing.blocks:
        assert LEFT <= block.x <= WIDTH - block.width
        assert 0 <= block.y <= HEIGHT - block.height


def test_bars_of_ten_periods_do_not_touch():
    drawing = plot([period(spam=(0, 0, 1))] * 10)
    assert all(first.x + first.width < second.x for first, second in pairwise(drawing.blocks))
