import pytest

from comments import conf
from comments.threads.conversations import (
    SHOWN_FIELDS,
    answer_counts,
    answers_in,
    answers_shown_of_each,
    first_answers,
    load,
    tops,
)
from tests.comments.factories import make_comment
from tests.comments.threads.talk import make_talk


@pytest.mark.parametrize(
    ("counts", "most"),
    [
        ([], 30),
        ([5_000], 30),
        ([30, 30], 30),
        ([31, 31], 30),
        ([5, 5, 5], 30),
        ([100, 100, 100], 20),
        ([100, 100, 1, 1], 29),
        ([9] * 50, 2),
    ],
)
def test_the_answers_of_a_page_are_shared_out_evenly(counts, most):
    shown = answers_shown_of_each(dict(enumerate(counts)))
    assert shown == most
    at_least = conf.MIN_ANSWERS_SHOWN * len(counts)
    assert sum(min(count, shown) for count in counts) <= max(conf.ANSWERS_ON_A_PAGE, at_least)


def test_only_what_shows_is_counted_and_loaded(post):
    talk = make_talk(post, [None, 0, 0, None])
    make_comment(post, parent=talk[0], status="spam")
    numbers = [comment.pk for comment in tops(post.pk, order="oldest")]
    assert numbers == [talk[0].pk, talk[3].pk]
    assert answer_counts(numbers) == {talk[0].pk: 2}
    assert list(answers_in(talk[0].pk)) == talk[1:3]


def test_the_first_answers_of_each_conversation_are_loaded_and_no_others(
    post, django_assert_num_queries
):
    talk = make_talk(post, [None, 0, 0, 0, None, 4])
    with django_assert_num_queries(1):
        found = first_answers({talk[0].pk: 3, talk[4].pk: 1}, most=2)
    assert found == [talk[1], talk[2], talk[5]]


def test_nothing_is_asked_for_no_answers(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert first_answers({}, most=2) == []


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_a_slice_is_loaded_in_its_order(post, order):
    talk = make_talk(post, [None] * 5)
    expected = talk if order == "oldest" else talk[::-1]
    assert load(tops(post.pk, order=order)[1:3]) == expected[1:3]


def test_nothing_private_is_loaded():
    private = {"author_email", "evidence", "body", "score", "receipt_digest", "submission_key"}
    assert not private & set(SHOWN_FIELDS)
