import numpy as np
import pytest
from scipy.sparse import csr_matrix

from comments.learning import recipe
from comments.learning.fitting import Examples
from comments.learning.recipe import HONEST_SOURCE_WEIGHT, LINKED_WEIGHT, Source, strength_of, train
from comments.spam.model import Model, Thresholds
from comments.spam.scoring import score

SPAM = [f"Subscribe to my channel number {n}, free prizes" for n in range(12)]
HONEST = [f"The county board meets on day {n} about the jail" for n in range(12)]
MIXED = Source(SPAM + HONEST, [True] * 12 + [False] * 12)
HONEST_ALONE = Source(HONEST * 5, [False] * 60)


def test_a_trained_model_tells_spam_from_honest_words():
    trained = train([MIXED])
    model = Model(trained.weights.dense(), trained.weights.bias, Thresholds(-1, 5))
    assert score("Subscribe to my channel, free prizes", model).value > 2
    assert score("The board meets about the jail", model).value < -2
    assert trained.auc == 1.0


def test_the_same_sources_give_the_same_weights():
    one, other = train([MIXED]), train([MIXED])
    assert one.weights.weight.tobytes() == other.weights.weight.tobytes()
    assert (one.calibration, one.best_line) == (other.calibration, other.best_line)


def test_honest_texts_of_one_source_count_the_same_however_many_they_are():
    examples = recipe.gather([HONEST_ALONE])
    assert examples.weight[:60].sum() == pytest.approx(HONEST_SOURCE_WEIGHT)


def test_beside_honest_texts_go_some_with_links():
    examples = recipe.gather([HONEST_ALONE])
    assert len(examples) == 120
    assert examples.weight[60:].sum() == pytest.approx(HONEST_SOURCE_WEIGHT * LINKED_WEIGHT)
    assert not examples.is_spam.any()


def test_a_source_with_spam_is_taken_as_it_is():
    weighed = Source(MIXED.texts, MIXED.is_spam, spam_weight=0.5, honest_weight=3.0)
    examples = recipe.gather([weighed])
    assert len(examples) == 24
    assert set(examples.weight[examples.is_spam]) == {0.5}
    assert set(examples.weight[~examples.is_spam]) == {3.0}


def test_an_empty_source_is_no_honest_one():
    assert not Source([], []).is_honest


def test_scores_out_of_fold_are_milder_than_those_of_what_was_seen():
    examples = recipe.gather([MIXED])
    weights, bias = recipe.fit(examples, strength=recipe.STRENGTH)
    seen = examples.rows @ weights + bias
    unseen = recipe.out_of_fold(examples)
    assert unseen[examples.is_spam].mean() < seen[examples.is_spam].mean()


def test_calibration_makes_shares_of_scores():
    chance = np.random.default_rng(1)
    scores = chance.normal(0, 2, 4000)
    is_spam = chance.random(4000) < 1 / (1 + np.exp(-(0.5 * scores + 1)))
    examples = Examples(csr_matrix((4000, 1)), is_spam, np.ones(4000))
    slope, offset = recipe.calibrate(scores, examples)
    assert (slope, offset) == (pytest.approx(0.5, abs=0.1), pytest.approx(1, abs=0.15))


@pytest.mark.parametrize(
    ("labels", "strength"), [(0, 1), (100, 1), (300, 5.5), (500, 10), (9999, 10)]
)
def test_labels_count_more_when_there_are_more(labels, strength):
    assert strength_of(labels) == strength
