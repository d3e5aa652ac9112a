import pytest

from comments import conf
from comments.threads import Place, place_of, visible_thread
from comments.threads.conversations import tops
from tests.comments.factories import make_comment
from tests.comments.threads.talk import make_talk, numbers

TALK = [None, 0, 1, 0, 0, 0, 0, 0, None, 8, None, 10, 11, 12, 13, 14, 15, 16, None, None]


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(conf, "CONVERSATIONS_ON_A_PAGE", 2)
    monkeypatch.setattr(conf, "ANSWERS_ON_A_PAGE", 4)
    monkeypatch.setattr(conf, "MAX_ANSWERS_SHOWN", 3)
    monkeypatch.setattr(conf, "ANSWERS_IN_A_CONVERSATION", 3)


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_every_comment_is_where_its_place_says(post, small_pages, order):
    for comment in make_talk(post, TALK):
        place = place_of(comment, order=order)
        thread = visible_thread(post, place, order=order)
        assert comment.pk in numbers(thread.entries)
        assert thread.place == place


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_comments_of_the_same_moment_are_found_too(post, small_pages, order):
    talk = [make_comment(post) for _number in range(7)]
    talk += [make_comment(post, parent=talk[0]) for _number in range(7)]
    for comment in talk:
        thread = visible_thread(post, place_of(comment, order=order), order=order)
        assert comment.pk in numbers(thread.entries)


def test_what_stands_on_the_threads_own_page_is_not_sent_away(post):
    talk = make_talk(post, [None, 0, 1])
    assert {place_of(comment, order="oldest") for comment in talk} == {Place()}


def test_a_held_comment_has_the_place_that_it_will_have(post, small_pages):
    make_talk(post, [None] * 5)
    held = make_comment(post, status="pending", created_at="2012-02-01T00:00Z")
    held.refresh_from_db()
    assert not tops(post.pk, order="oldest").filter(pk=held.pk).exists()
    assert place_of(held, order="oldest") == Place(number=3)


def test_a_place_costs_few_queries(post, small_pages, django_assert_max_num_queries):
    talk = make_talk(post, TALK)
    with django_assert_max_num_queries(5):
        place_of(talk[-4], order="oldest")
