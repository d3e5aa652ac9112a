import numpy as np
import pytest

from comments.learning.fitting import examples_of, fit
from comments.spam.features import SIZE, Features

SPAM, HONEST, BOTH = 10, 20, 30


def features(*index):
    return Features(np.array(index, np.uint32), np.ones(len(index), np.float32))


def taught(strength=10.0, **options):
    rows = [features(SPAM, BOTH)] * 3 + [features(HONEST, BOTH)] * 3
    examples = examples_of(rows, [True] * 3 + [False] * 3, [1.0] * 6)
    return fit(examples, strength=strength, **options)


def test_what_tells_spam_from_honest_gets_the_weight():
    weights, _bias = taught()
    assert weights[SPAM] > 0.5
    assert weights[HONEST] < -0.5
    assert abs(weights[BOTH]) < 0.01
    assert np.count_nonzero(weights) <= 3


def test_more_strength_allows_larger_weights():
    assert taught(strength=10.0)[0][SPAM] > taught(strength=0.1)[0][SPAM] > 0


def test_what_is_known_already_needs_no_weight():
    known = np.array([9.0] * 3 + [-9.0] * 3)
    assert abs(taught(known=known)[0][SPAM]) < 0.01


def test_examples_that_count_more_pull_more():
    rows, labels = [features(SPAM)] * 2, [True, False]
    weights, bias = fit(examples_of(rows, labels, [3.0, 1.0]), strength=1.0)
    assert weights[SPAM] + bias == pytest.approx(np.log(3), abs=0.1)


def test_the_same_examples_give_the_same_weights():
    (one, bias), (other, again) = taught(), taught()
    assert one.tobytes() == other.tobytes()
    assert bias == again


def test_examples_are_chosen_by_a_mask():
    examples = examples_of([features(1), features(2)], [True, False], [1.0, 0.5])
    chosen = examples.only(np.array([False, True]))
    assert (len(chosen), chosen.rows.shape, chosen.weight[0]) == (1, (1, SIZE), 0.5)


def test_no_examples_are_no_rows():
    assert examples_of([], [], []).rows.shape == (0, SIZE)


def test_labels_of_one_kind_hardly_move_what_is_known():
    rows = [features(SPAM)] * 60
    examples = examples_of(rows, [True] * 60, [1.0] * 60)
    weights, bias = fit(examples, strength=1.0, known=np.full(60, -6.0))
    assert 0 < bias < 6
    assert bias == pytest.approx(weights[SPAM], abs=0.01)
