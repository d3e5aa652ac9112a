from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from blog.models import PostPage
from comments import threads
from comments.states import CommentStatus
from comments.threads.recent import EXCERPT_CHARACTERS
from tests.comments.factories import SAID_AT, make_comment
from tests.pages import Newsroom, make_newsroom, make_plain_page, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def names(limit: int = 5) -> list[str]:
    return [each.name for each in threads.recent(Page.objects.live().public(), limit=limit)]


def test_last_word_is_told_first(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    for number, name in enumerate(["Ana", "Bo", "Zoe"]):
        make_comment(post, author_name=name, created_at=SAID_AT + timedelta(minutes=number))

    assert names(limit=2) == ["Zoe", "Bo"]


@pytest.mark.parametrize("status", set(CommentStatus) - {CommentStatus.PUBLISHED})
def test_only_published_words_are_told(status: CommentStatus, newsroom: Newsroom) -> None:
    make_comment(make_post(newsroom), status=status)

    assert names() == []


def test_only_words_on_the_pages_asked_for_are_told(newsroom: Newsroom) -> None:
    make_comment(make_post(newsroom), author_name="Ana")
    make_comment(make_plain_page(newsroom), author_name="Bo")
    make_comment(make_post(newsroom, title="Draft", live=False), author_name="Zoe")

    posts = PostPage.objects.live().public()

    assert [each.name for each in threads.recent(posts, limit=5)] == ["Ana"]


def test_words_are_plain_and_cut(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    make_comment(post, 'We **said** "no" & <b>left</b>.\n\nTwice. ' + "word " * 100)

    [said] = threads.recent(Page.objects.all(), limit=5)

    assert said.words.startswith('We said "no" & <b>left</b>. Twice. word')
    assert len(said.words) == EXCERPT_CHARACTERS
    assert said.page_title == post.title


def test_nameless_author_is_called_something(newsroom: Newsroom) -> None:
    make_comment(make_post(newsroom), author_name="")

    assert names() == ["Anonymous"]


def test_one_query_is_enough(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        make_comment(make_post(newsroom, title=f"Post {number}"))

    pages = PostPage.objects.live()
    with django_assert_num_queries(1):
        assert len(threads.recent(pages, limit=5)) == 4
