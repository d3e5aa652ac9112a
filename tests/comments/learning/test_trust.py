from datetime import date

import numpy as np
import pytest

from comments.learning import trust
from comments.learning.trust import Day, Origin
from comments.spam.model import Thresholds

LINES = Thresholds(-2.0, 5.4)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def of(number, *, by=1, on=MONDAY, pages=50):
    """Labels of one moderator's day, on so many pages."""
    return [Origin(Day(by, on), page % pages) for page in range(number)]


def test_few_labels_count_wholly():
    assert trust.weights(of(100)).tolist() == [1.0] * 100


def test_one_moderators_day_counts_at_most_a_hundred_among_few():
    weights = trust.weights(of(200) + of(20, by=2))
    assert weights[:200].sum() == pytest.approx(100)
    assert weights[200:].sum() == pytest.approx(20)


def test_or_a_quarter_among_many():
    weights = trust.weights(of(1000) + of(1000, by=2, on=TUESDAY))
    assert weights[:1000].sum() == pytest.approx(500)


def test_a_newsroom_of_one_is_weighed_alike():
    weights = trust.weights(of(300) + of(300, on=TUESDAY))
    assert len(set(weights.tolist())) == 1
    assert weights.sum() == pytest.approx(300)


def test_one_thread_counts_at_most_its_share():
    raid = [Origin(Day(number, MONDAY), -1) for number in range(400)]
    weights = trust.weights(raid + of(100, by=-1))
    assert weights[:400].sum() == pytest.approx(125)
    assert weights[400:].tolist() == [1.0] * 100


def test_a_doubted_day_counts_nothing():
    origins = of(10) + of(10, on=TUESDAY)
    weights = trust.weights(origins, doubted={Day(1, MONDAY)})
    assert weights.tolist() == [0.0] * 10 + [1.0] * 10


def test_without_labels_there_are_no_weights():
    assert trust.weights([]).tolist() == []


@pytest.mark.parametrize(
    ("is_spam", "score", "contradicts"),
    [
        (True, -2.1, True),
        (True, -2.0, False),
        (False, 1.7, False),
        (False, 1.8, True),
        (False, -5.0, False),
        (True, 9.0, False),
    ],
)
def test_a_label_contradicts_what_would_have_been_done_without_asking(is_spam, score, contradicts):
    found = trust.contradictions(np.array([is_spam]), np.array([score]), LINES)
    assert found.tolist() == [contradicts]


@pytest.mark.parametrize(
    ("wrong", "number", "is_doubtful"),
    [
        (20, 200, False),  # a careless moderator
        (5, 20, False),
        (4, 4, True),
        (3, 3, False),
        (8, 20, True),
        (7, 20, False),
        (60, 200, True),
        (50, 200, False),
        (200, 200, True),
    ],
)
def test_a_day_is_doubtful_when_surely_a_fifth_contradicts(wrong, number, is_doubtful):
    contradicts = np.arange(number) < wrong
    days = trust.doubtful_days(of(number), contradicts)
    assert days == ({Day(1, MONDAY)} if is_doubtful else set())


def test_days_and_moderators_are_judged_apart():
    origins = of(50) + of(50, by=2) + of(50, on=TUESDAY)
    contradicts = np.repeat([False, True, False], 50)
    assert trust.doubtful_days(origins, contradicts) == {Day(2, MONDAY)}


def test_the_lower_end_of_the_interval_is_wilsons():
    # n = 20, p = .4, z = 2: (.4 + .1 - 2 * sqrt(.012 + .0025)) / 1.2
    assert trust.surely_more_than(8, 20) == pytest.approx(0.2160, abs=1e-4)


@pytest.mark.parametrize(("others", "is_mostly"), [(0, True), (50, True), (51, False)])
def test_a_moderator_has_a_name_once_most_labels_are_beyond_suspicion(others, is_mostly):
    origins = of(50) + of(others, on=TUESDAY) + of(500, by=2)
    assert trust.is_mostly_suspected(Day(1, MONDAY), {Day(1, MONDAY)}, origins) is is_mostly
