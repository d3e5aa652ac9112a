import numpy as np

from comments.learning import shipped
from comments.spam import Model, Thresholds, seed
from comments.spam.features import SIZE


def test_the_seed_holds_none_of_the_honest_examples():
    scores = shipped.scores(seed.load())
    assert len(scores) == 400
    assert scores.max() < seed.load().thresholds.hold_at


def test_they_are_scored_by_the_model_that_is_asked():
    flat = Model(np.zeros(SIZE, np.float32), 1.5, Thresholds(-2.0, 6.5))
    assert set(shipped.scores(flat)) == {1.5}
