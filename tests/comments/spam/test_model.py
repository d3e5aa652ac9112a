"""The model."""

import numpy as np
import pytest

from comments.spam.features import SIZE, Features
from comments.spam.model import Model, Thresholds, Weights

LINES = Thresholds(-2, 5)


def features(**values: float) -> Features:
    places = {int(name.removeprefix("at_")): value for name, value in values.items()}
    index = np.array(sorted(places), np.uint32)
    return Features(index, np.array([places[int(at)] for at in index], np.float32))


def weights(*pairs: tuple[int, float], bias: float = 0.0) -> Weights:
    index, weight = zip(*pairs, strict=True)
    return Weights(np.array(index, np.uint32), np.array(weight, np.float32), bias)


def model(*pairs: tuple[int, float], bias: float = 0.0) -> Model:
    return Model(weights(*pairs).dense(), bias, LINES)


def test_score_is_the_weighted_sum_and_the_bias() -> None:
    assert model((3, 2.0), (7, -1.0), bias=0.5).score(features(at_3=2, at_7=3, at_9=8)) == 1.5


def test_score_of_nothing_is_the_bias() -> None:
    assert model((3, 2.0), bias=-1.25).score(features()) == -1.25


def test_the_last_feature_has_a_weight_too() -> None:
    assert (
        model((SIZE - 1, 2.0)).score(
            Features(np.array([SIZE - 1], np.uint32), np.ones(1, np.float32))
        )
        == 2
    )


def test_what_a_site_learned_is_added() -> None:
    seed = model((3, 2.0), (7, 1.0), bias=0.5)
    site = seed.plus(weights((3, -0.5), (9, 4.0), bias=0.25), version=6, calibration=(2, 1))
    assert site.score(features(at_3=1, at_7=1, at_9=1)) == 1.5 + 1 + 4 + 0.75
    assert (site.version, site.calibration, site.thresholds) == (6, (2, 1), LINES)


def test_learning_leaves_the_seed_as_it_was() -> None:
    seed = model((3, 2.0))
    seed.plus(weights((3, 5.0)), version=1, calibration=(1, 0))
    assert seed.score(features(at_3=1)) == 2


def test_small_weights_are_left_out() -> None:
    dense = np.zeros(SIZE)
    dense[[2, 5, 8]] = [0.5, -0.004, 0.0039]
    kept = Weights.from_dense(dense, bias=1.5, least=0.004)
    assert kept.index.tolist() == [2, 5]
    assert kept.weight.tolist() == pytest.approx([0.5, -0.004])
    assert kept.bias == 1.5


def test_sparse_weights_come_back_dense() -> None:
    dense = weights((2, 0.5), (5, -1.0)).dense()
    assert len(dense) == SIZE
    assert np.flatnonzero(dense).tolist() == [2, 5]
    assert dense[[2, 5]].tolist() == [0.5, -1.0]


def test_likelihood_is_calibrated() -> None:
    calibrated = Model(np.zeros(SIZE, np.float32), 0.0, LINES, calibration=(2.0, -1.0))
    assert calibrated.likelihood(0.5) == 0.5
    assert calibrated.likelihood(1.0) == pytest.approx(1 / (1 + np.exp(-1)))


@pytest.mark.parametrize("score", [1e9, -1e9])
def test_likelihood_of_extreme_scores_is_never_certain(score: float) -> None:
    assert 0 < model((0, 0)).likelihood(score) < 1


@pytest.mark.parametrize(
    ("hold_at", "bin_at"), [(5, -2), (1, 1), (float("nan"), 1), (0, float("nan"))]
)
def test_the_line_for_holding_is_below_the_one_for_binning(hold_at: float, bin_at: float) -> None:
    with pytest.raises(ValueError, match="not below"):
        Thresholds(hold_at, bin_at)
