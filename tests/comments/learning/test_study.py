import numpy as np
import pytest

from comments.learning import gate, study
from comments.spam import seed
from comments.spam.model import Weights
from tests.comments.learning.labelling import honest_days, said, weighed
from tests.comments.learning.texts import HONEST, NEW_SPAM, SPAM, features_of

pytestmark = pytest.mark.usefixtures("tiny_seed")


def studied(lesson, known=0):
    known_before = np.arange(len(lesson)) < known
    return study.study(lesson, known_before=known_before, before=seed.load())


def score_of(text, learned):
    features, model = features_of(text), seed.load()
    return model.plus(learned.weights, version=1, calibration=(1, 0)).score(features)


def test_what_people_say_is_learned_on_top_of_the_seed():
    learned = studied(weighed(*honest_days(), said(NEW_SPAM, 3, is_spam=True, day=4)))
    assert score_of(NEW_SPAM, learned) > seed.load().score(features_of(NEW_SPAM)) + 1
    assert learned.verdict.objections == ()


def test_without_labels_nothing_is_learned():
    learned = studied(weighed())
    assert (len(learned.weights.index), learned.weights.bias) == (0, 0.0)
    assert learned.verdict.objections == ()


def mistaken():
    """An approved comment that says only what the seed knows from spam, among much spam."""
    return weighed(*honest_days(), said(SPAM, 60, is_spam=True, day=5), approved())


def approved():
    [(_features, is_spam, origin, at)] = said(SPAM, 1, is_spam=False, day=6)
    return [(features_of(SPAM), is_spam, origin, at)]


def test_an_approved_comment_is_never_binned_by_what_was_learned(monkeypatch):
    model = seed.load()
    assert model.score(features_of(SPAM)) > model.thresholds.bin_at
    assert score_of(SPAM, studied(mistaken())) < model.thresholds.bin_at
    monkeypatch.setattr(study, "MOST_ROUNDS", 1)
    learned = studied(mistaken())
    assert score_of(SPAM, learned) > model.thresholds.bin_at
    assert "bins_approved" in learned.verdict.objections


def test_what_a_doubted_day_approves_is_not_insisted_upon():
    lesson = weighed(*honest_days(), 5 * approved())
    assert lesson.is_doubted.sum() == 5
    assert score_of(SPAM, studied(lesson)) > seed.load().thresholds.bin_at


def test_the_one_that_serves_is_measured_by_what_it_had_learned_from():
    new = said(NEW_SPAM, 20, is_spam=True, day=4)
    lesson = weighed(*honest_days(), new, vouched_for={new[0][2].day})
    seed_alone, nearly_all = studied(lesson), studied(lesson, known=130)
    assert seed_alone.verdict.before.caught_spam < nearly_all.verdict.before.caught_spam
    assert seed_alone.verdict.after == nearly_all.verdict.after


def test_the_same_labels_make_the_same_figures():
    verdict = studied(weighed(*honest_days()), known=120).verdict
    assert verdict.before == verdict.after


def test_only_the_last_labels_are_looked_at(monkeypatch):
    monkeypatch.setattr(gate, "LABELS_LOOKED_AT", 30)
    figures = studied(weighed(*honest_days())).verdict.after
    assert figures.auc is None  # the last thirty are honest


def test_doubted_labels_are_not_looked_at():
    lesson = weighed(*honest_days(), said(HONEST, 50, is_spam=True, by=2, day=4))
    assert studied(lesson).verdict.after.caught_spam == 1.0


@pytest.mark.parametrize(("days", "is_own"), [(4, False), (5, True)])
def test_likelihoods_are_this_newsrooms_own_from_two_hundred_labels_on(days, is_own):
    groups = [
        group
        for day in range(days)
        for group in (
            said(SPAM, 10, is_spam=True, day=day),
            said(HONEST, 30, is_spam=False, day=day),
        )
    ]
    calibration = studied(weighed(*groups)).calibration
    assert (calibration != seed.load().calibration) is is_own


def test_likelihoods_are_the_seeds_while_there_is_hardly_any_spam():
    groups = [said(HONEST, 60, is_spam=False, day=day) for day in range(4)]
    assert studied(weighed(*groups)).calibration == seed.load().calibration


def test_a_version_that_binned_honest_examples_is_refused(monkeypatch):
    monkeypatch.setattr(study, "_fit", lambda lesson, *, bin_at: (lifting(20.0), 0))
    objections = studied(weighed(*honest_days())).verdict.objections
    assert {"bins_examples", "holds_examples"} <= set(objections)


def lifting(bias):
    return Weights(np.zeros(0, np.uint32), np.zeros(0, np.float32), bias)


@pytest.mark.parametrize(("spam", "honest", "enough"), [(10, 10, 1), (9, 30, 0), (30, 9, 0)])
def test_ten_of_either_kind_are_enough(spam, honest, enough):
    lesson = weighed(said(SPAM, spam, is_spam=True), said(HONEST, honest, is_spam=False))
    assert study.is_enough(lesson) == bool(enough)


def test_what_a_doubted_day_says_is_not_enough():
    lesson = weighed(said(HONEST, 30, is_spam=False), said(HONEST, 30, is_spam=True, by=2, day=1))
    assert lesson.is_doubted.sum() == 30
    assert not study.is_enough(lesson)
