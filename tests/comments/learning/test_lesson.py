from datetime import timedelta

import numpy as np
import pytest

from comments.learning import lesson
from comments.learning.trust import Day
from tests.comments.learning.labelling import NINE, honest_days, said, weighed
from tests.comments.learning.texts import HONEST, NEW_SPAM, SPAM

pytestmark = pytest.mark.usefixtures("tiny_seed")


def doubted(*groups):
    return {(day.moderator, (day.on - NINE.date()).days) for day in weighed(*groups).doubted}


def test_labels_that_agree_with_the_seed_are_trusted():
    taught = weighed(*honest_days())
    assert (taught.doubted, taught.examples.weight.tolist()) == (frozenset(), [1.0] * 120)


@pytest.mark.parametrize("day", [0, 9])
def test_a_day_that_is_reversed_counts_nothing_whenever_it_is(day):
    reversed_ = (
        said(SPAM, 50, is_spam=False, by=2, day=day),
        said(HONEST, 150, is_spam=True, by=2, day=day),
    )
    taught = weighed(*honest_days(), *reversed_)
    assert taught.doubted == {Day(2, (NINE + timedelta(days=day)).date())}
    assert taught.examples.weight.sum() == 120
    assert taught.is_doubted.sum() == 200


def test_it_is_so_from_the_first_labels_on_in_a_new_newsroom():
    assert doubted(said(HONEST, 5, is_spam=True)) == {(1, 0)}


def test_two_reversed_days_do_not_speak_for_each_other():
    assert doubted(said(HONEST, 50, is_spam=True), said(HONEST, 50, is_spam=True, day=1)) == {
        (1, 0),
        (1, 1),
    }


def test_nor_do_those_of_two_moderators_without_a_name():
    assert doubted(said(HONEST, 50, is_spam=True), said(HONEST, 50, is_spam=True, by=2)) == {
        (1, 0),
        (2, 0),
    }


def test_what_is_new_to_the_seed_is_believed_once_two_days_of_a_trusted_moderator_say_so():
    first = said(NEW_SPAM, 30, is_spam=True, day=4)
    assert doubted(*honest_days(), first) == {(1, 4)}
    assert doubted(*honest_days(), first, said(NEW_SPAM, 30, is_spam=True, day=5)) == set()


def test_a_day_that_an_administrator_vouches_for_counts():
    group = said(HONEST, 50, is_spam=True)
    taught = weighed(group, vouched_for={Day(1, NINE.date())})
    assert (taught.doubted, taught.examples.weight.sum()) == (frozenset(), 50)


def test_a_single_label_against_all_others_counts_little():
    taught = weighed(*honest_days(), said(HONEST, 1, is_spam=True, day=4))
    assert taught.examples.weight[-1] == pytest.approx(lesson.UNCONFIRMED)
    assert set(taught.examples.weight[:-1].tolist()) == {1.0}


def test_what_several_labels_of_a_trusted_moderator_agree_on_counts_wholly():
    days = [said(NEW_SPAM, 12, is_spam=True, day=day) for day in (4, 5, 6)]
    taught = weighed(*honest_days(), *days)
    assert taught.examples.weight.sum() == len(taught)


def test_single_labels_of_a_day_that_was_vouched_for_count_wholly():
    odd = said(HONEST, 1, is_spam=True, day=4)
    taught = weighed(*honest_days(), odd, vouched_for={odd[0][2].day})
    assert taught.examples.weight[-1] == 1.0


def test_only_the_newest_suspected_days_are_heard(monkeypatch):
    monkeypatch.setattr(lesson, "MOST_DAYS_HEARD", 1)
    new = [said(NEW_SPAM, 10, is_spam=True, day=day) for day in (4, 5)]
    assert doubted(*honest_days(), *new) == {(1, 4)}


def test_scores_are_the_seeds_where_nothing_was_learned():
    taught = weighed(*honest_days())
    everything = np.ones(len(taught), np.bool_)
    assert taught.out_of_fold(~everything, of=everything).tolist() == taught.known.tolist()


def test_what_is_learned_moves_the_scores():
    taught = weighed(*honest_days(), said(NEW_SPAM, 3, is_spam=True, day=6))
    new = np.arange(len(taught)) >= 121
    lifted = taught.out_of_fold(np.arange(len(taught)) < 121, of=new)
    assert (lifted > taught.known[new]).all()
