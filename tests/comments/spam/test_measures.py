"""How good scores are, compared with values worked out by hand."""

import math

import numpy as np
import pytest

from comments.spam.measures import (
    Floats,
    Mask,
    auc,
    average_precision,
    best_line,
    caught_at,
    matthews,
    share,
)


def mask(signs: str) -> Mask:
    """ "1" where it is true."""
    return np.array([sign == "1" for sign in signs], bool)


def scores(*values: float) -> Floats:
    return np.array(values, float)


@pytest.mark.parametrize(
    ("signs", "values", "expected"),
    [
        ("0011", (1, 2, 3, 4), 1.0),
        ("1100", (1, 2, 3, 4), 0.0),
        ("0101", (1, 2, 3, 4), 3 / 4),  # 2>1, 4>1, 4>3 of four pairs
        ("0101", (1, 1, 1, 1), 1 / 2),
        ("011", (2, 2, 3), 3 / 4),  # a tie counts half
    ],
)
def test_auc_is_the_share_of_pairs_in_order(
    signs: str, values: tuple[float, ...], expected: float
) -> None:
    assert auc(mask(signs), scores(*values)) == expected


@pytest.mark.parametrize("signs", ["111", "000", ""])
def test_auc_needs_both_kinds(signs: str) -> None:
    assert math.isnan(auc(mask(signs), scores(*range(len(signs)))))


@pytest.mark.parametrize(
    ("signs", "values", "expected"),
    [
        ("0011", (1, 2, 3, 4), 1.0),
        ("1010", (4, 3, 2, 1), (1 / 1 + 2 / 3) / 2),
        ("0110", (4, 3, 2, 1), (1 / 2 + 2 / 3) / 2),
        ("1000", (1, 1, 1, 1), 1 / 4),  # all of the same score are found at once
        ("1101", (3, 2, 2, 1), (1 / 1 + 2 / 3 + 3 / 4) / 3),
    ],
)
def test_average_precision_is_the_mean_at_each_recall(
    signs: str, values: tuple[float, ...], expected: float
) -> None:
    assert average_precision(mask(signs), scores(*values)) == pytest.approx(expected)


def test_average_precision_does_not_depend_on_the_order_of_ties() -> None:
    values = scores(2, 1, 1, 1)
    assert average_precision(mask("0110"), values) == average_precision(mask("0011"), values)


def test_average_precision_needs_spam() -> None:
    assert math.isnan(average_precision(mask("00"), scores(1, 2)))


@pytest.mark.parametrize(
    ("signs", "marked", "expected"),
    [
        ("1100", "1100", 1.0),
        ("1100", "0011", -1.0),
        ("1100", "1010", 0.0),
        # tp 2, fn 1, fp 1, tn 4: (2*4 - 1*1) / sqrt(3 * 3 * 5 * 5)
        ("11100000", "11010000", 7 / 15),
        ("1100", "1111", 0.0),
        ("1100", "0000", 0.0),
        ("1111", "1100", 0.0),
        ("", "", 0.0),
    ],
)
def test_matthews_correlation(signs: str, marked: str, expected: float) -> None:
    assert matthews(mask(signs), mask(marked)) == pytest.approx(expected)


def test_share_is_of_what_is_true() -> None:
    assert share(mask("1000")) == 0.25
    assert math.isnan(share(mask("")))


HONEST_SCORES = tuple(range(100))  # 0 to 99


@pytest.mark.parametrize(
    ("blocked", "expected"),
    [
        (0, 1 / 4),  # above 99: only 100
        (0.01, 2 / 4),  # above 98: one honest comment may be blocked
        (0.05, 3 / 4),
        (1, 3 / 4),  # above the lowest honest score at most
    ],
)
def test_caught_at_a_share_of_honest_comments_blocked(blocked: float, expected: float) -> None:
    is_spam = mask("0" * 100 + "1111")
    values = scores(*HONEST_SCORES, 100, 98.5, 95, -1)
    assert caught_at(is_spam, values, blocked=blocked) == expected


def test_caught_never_blocks_more_than_it_may_when_scores_are_the_same() -> None:
    is_spam = mask("0" * 10 + "11")
    assert caught_at(is_spam, scores(*[5] * 10, 5, 6), blocked=0.1) == 0.5


def test_caught_needs_both_kinds() -> None:
    assert math.isnan(caught_at(mask("11"), scores(1, 2), blocked=0.01))
    assert math.isnan(caught_at(mask("00"), scores(1, 2), blocked=0.01))


def test_the_best_line_parts_spam_from_honest() -> None:
    assert best_line(mask("0011"), scores(-3, -2.5, 1.25, 4)) == 1.25


def test_the_best_line_allows_for_an_error() -> None:
    is_spam, values = mask("00001011"), scores(0, 1, 2, 3, 4, 5, 6, 7)
    line = best_line(is_spam, values)
    found = matthews(is_spam, values >= line)
    assert found == max(matthews(is_spam, values >= other) for other in values)
