from comments.spam import Alike, Evidence, Sign
from comments.spam.filters.duplicates import ENOUGH_BINNED, said_before
from tests.comments.spam.examinations import examine


def found(**alike):
    return said_before(examine(alike=Alike(**alike)))


def test_the_same_words_again_are_a_sign():
    assert found(total=2) == Evidence(Sign.DUPLICATE, "2")


def test_new_words_are_none():
    assert found() is None


def test_what_people_found_honest_may_be_said_again():
    assert found(total=9, honest=1) is None


def test_an_approved_copy_does_not_outweigh_a_binned_one():
    assert found(total=9, honest=5, spam=1) == Evidence(Sign.DUPLICATE, "9")


def test_what_people_binned_often_enough_is_a_sign_of_its_own():
    assert found(total=9, honest=5, spam=ENOUGH_BINNED) == Evidence(Sign.BINNED_ALIKE, "3")
