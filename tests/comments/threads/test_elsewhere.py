import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from blog.models import PostPage
from comments.states import CommentStatus
from comments.threads import OtherThread, other_threads
from tests.comments.factories import make_comment
from tests.pages import make_locale, make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def post() -> PostPage:
    newsroom = make_newsroom()
    make_translation(newsroom)
    return make_post(newsroom)


@pytest.fixture
def spanish(post: PostPage) -> PostPage:
    """Its translation, which is published, with a comment."""
    page = post.copy_for_translation(make_locale("es"))
    page.live = True
    page.save()
    make_comment(page, "Vamos")
    return page


def test_what_is_said_below_the_translation_is_one_click_away(
    post: PostPage, spanish: PostPage, client: Client
) -> None:
    assert other_threads(post) == [OtherThread("es", "Español", spanish.url, 1)]
    assert (
        f'<a href="{spanish.url}#comments" hreflang="es">' in client.get(post.url).content.decode()
    )
    assert other_threads(spanish) == []


def test_what_nobody_may_read_is_not_told_of(post: PostPage, spanish: PostPage) -> None:
    spanish.reader_comments.update(status=CommentStatus.PENDING, shows=False)
    assert other_threads(post) == []
    make_comment(spanish, "Sí")
    assert len(other_threads(post)) == 1
    PageViewRestriction.objects.create(page=spanish, restriction_type="login")
    assert other_threads(post) == []


def test_an_alias_has_no_thread_of_its_own(post: PostPage) -> None:
    make_comment(post)
    alias = post.copy_for_translation(make_locale("es"), alias=True)
    alias.live = True
    alias.save()

    assert other_threads(post) == []
    assert other_threads(alias) == []  # its own thread is that of the post


def test_it_costs_two_queries(
    post: PostPage, spanish: PostPage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert spanish.url
    with django_assert_num_queries(2):
        other_threads(post)
