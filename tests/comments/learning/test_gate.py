import numpy as np
import pytest

from comments.learning import gate
from comments.learning.gate import Looked
from comments.spam.measures import auc
from comments.spam.model import Thresholds

LINES = Thresholds(-2.0, 5.4)
SPAM = np.arange(200) < 100
GOOD = np.where(SPAM, 4.0, -6.0)


def looked(is_spam=SPAM, weight=None):
    return Looked(is_spam, np.ones(len(is_spam)) if weight is None else weight, LINES)


def judged(after, before=GOOD, **fields):
    return gate.compare(looked(**fields), before=before, after=after, binned_itself=0).objections


def but(changes, scores=GOOD):
    """The same scores but for some."""
    changed = scores.copy()
    for place, score in changes.items():
        changed[place] = score
    return changed


def test_the_same_scores_are_accepted():
    assert judged(GOOD) == ()


def test_a_version_that_bins_one_approved_comment_out_of_fold_is_refused():
    assert "bins_approved" in judged(but({150: 5.4}))
    assert "bins_approved" not in judged(but({150: 5.3}))


def test_what_the_one_that_serves_bins_already_is_no_objection():
    assert judged(but({150: 6.0}), before=but({150: 5.4})) == ()


def test_a_version_that_bins_an_approved_comment_itself_is_refused():
    verdict = gate.compare(looked(), before=GOOD, after=GOOD, binned_itself=1)
    assert verdict.objections == ("bins_approved",)


def test_two_points_more_held_are_let_pass_and_three_are_not():
    assert judged(but({150: -1.9, 151: -1.9})) == ()
    assert judged(but({150: -1.9, 151: -1.9, 152: -1.9})) == ("holds_more",)


def test_an_auc_that_falls_by_half_a_point_is_let_pass_and_more_is_not():
    slightly, more = but({0: -7.0, 100: -7.5}), but({0: -7.0, 1: -7.0})
    assert auc(SPAM, slightly) == pytest.approx(0.9901)
    assert judged(slightly, before=but({0: -7.0})) == ()
    assert judged(more, before=but({0: -7.0})) == ("auc_falls",)


def test_an_auc_that_rises_is_welcome():
    assert judged(GOOD, before=but({0: -7.0, 1: -7.0})) == ()


def test_labels_that_count_nothing_change_nothing():
    weight = np.ones(200)
    weight[[0, 1, 2]] = 0.0
    assert judged(but({0: -9.0, 1: -9.0, 2: -9.0}), weight=weight) == ()


def test_the_weighted_auc_is_the_plain_one_where_all_count_alike():
    chance = np.random.default_rng(1)
    scores = np.round(chance.normal(size=200) + SPAM, 1)
    assert gate.measure(looked(), scores).auc == pytest.approx(auc(SPAM, scores), abs=1e-4)


@pytest.mark.parametrize("is_spam", [SPAM[:100], SPAM[100:], SPAM[:0]])
def test_without_both_kinds_there_is_no_auc_and_no_objection(is_spam):
    scores = np.full(len(is_spam), -6.0)
    verdict = gate.compare(looked(is_spam), before=scores, after=scores, binned_itself=0)
    assert (verdict.after.auc, verdict.objections) == (None, ())


def test_the_figures_are_shares_and_numbers():
    figures = gate.measure(looked(), but({0: -7.0, 150: -1.0, 151: 6.0}))
    assert (figures.held_honest, figures.caught_spam, figures.binned) == (0.02, 0.99, 1)


def test_the_verdict_is_kept_as_json():
    kept = gate.compare(looked(), before=GOOD, after=GOOD, binned_itself=1).as_json()
    assert kept["objections"] == ["bins_approved"]
    assert kept["after"] == {"auc": 1.0, "held_honest": 0.0, "caught_spam": 1.0, "binned": 0}


def examples_object(after, before=None, shipped=None):
    nothing = np.full(100, -5.0)
    return gate.object_by_examples(
        LINES,
        shipped=nothing if shipped is None else shipped,
        before=nothing if before is None else before,
        after=after,
    )


def test_a_version_that_bins_one_honest_example_is_refused():
    nothing = np.full(100, -5.0)
    assert examples_object(but({3: 5.3}, nothing)) == ()
    binned = but({3: 5.4}, nothing)
    assert examples_object(binned) == ("bins_examples",)
    assert examples_object(binned, before=binned) == ("bins_examples",)
    assert examples_object(binned, shipped=binned) == ()  # somebody moved the lines


def test_five_points_more_of_the_examples_held_are_let_pass_and_six_are_not():
    held = np.where(np.arange(100) < 6, 0.0, -5.0)
    assert examples_object(held) == ("holds_examples",)
    assert examples_object(but({0: -5.0}, held)) == ()
    assert examples_object(held, before=held) == ()
