import random

import pytest

from comments.spam import seed
from tests.comments.learning.site import CARELESS, HOSTILE, Said, decisions, live
from tests.comments.learning.texts import HONEST, NEW_SPAM, SPAM, features_of, texts_like

pytestmark = pytest.mark.usefixtures("tiny_seed")


def said(number, *, beginning_with):
    """What comes in: mostly honest, some spam, and some of a kind that the seed does not know."""
    shares = ((HONEST, 7, False), (SPAM, 2, True), (NEW_SPAM, 1, True))
    found = [
        Said(features_of(each), is_spam)
        for text, tenths, is_spam in shares
        for each in texts_like(text, number * tenths // 10, beginning_with=beginning_with)
    ]
    random.Random(beginning_with).shuffle(found)  # noqa: S311
    return found


@pytest.fixture(scope="module")
def stream():
    return said(300, beginning_with=1)


@pytest.fixture(scope="module")
def held_out():
    return said(200, beginning_with=5_000)


@pytest.mark.parametrize("begins", [0, 100])
def test_a_hostile_moderator_does_not_steer_the_filter(stream, held_out, begins):
    decided = decisions(stream, hostile=range(begins, begins + 100))
    courses = [
        live(decided, held_out, seed=seed.load(), every=20, without=left_out)
        for left_out in (HOSTILE, 0)
    ]
    honest, hostile = courses
    falls = [before - after for before, after in zip(honest.auc, hostile.auc, strict=True)]
    assert max(falls) <= 0.01
    assert hostile.doubted_labels[-1] == 100
    assert (honest.binned_approved, hostile.binned_approved) == (0, 0)
    assert hostile.activated + hostile.refused == 15


def test_a_careless_moderator_is_not_taken_for_a_hostile_one(stream, held_out):
    course = live(decisions(stream, hostile=range(0)), held_out, seed=seed.load(), every=20)
    assert course.doubted_labels == [0] * 15
    assert {each.origin.day.moderator for each in decisions(stream, hostile=range(0))} == {CARELESS}
