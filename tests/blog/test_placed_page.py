import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction

from blog.models import PostPage
from blog.placed_page import open_above, parent_of, way_to
from tests.pages import Newsroom, make_locale, make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def post(newsroom: Newsroom) -> PostPage:
    return PostPage.objects.get(pk=make_post(newsroom).pk)


def close(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_the_way_begins_at_the_root_and_is_asked_for_once(
    newsroom: Newsroom, post: PostPage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        way = [each.pk for each in way_to(post)]
        assert parent_of(post).pk == newsroom.index.pk
        assert not post.get_view_restrictions()
    assert way == [Page.get_first_root_node().pk, newsroom.home.pk, newsroom.index.pk, post.pk]


def test_what_stands_on_no_tree_yet_has_no_parent() -> None:
    assert parent_of(PostPage(title="Tonight", path="", depth=None)) is None


def test_a_restriction_anywhere_on_the_way_holds(newsroom: Newsroom, post: PostPage) -> None:
    restriction = close(newsroom.home)
    assert list(post.get_view_restrictions()) == [restriction]


def test_an_alias_is_as_closed_as_its_original(post: PostPage) -> None:
    alias = post.copy_for_translation(make_locale("es"), copy_parents=True, alias=True)
    restriction = close(post)
    assert list(PostPage.objects.get(pk=alias.pk).get_view_restrictions()) == [restriction]


def test_nothing_is_told_of_what_is_closed_or_a_draft(newsroom: Newsroom, post: PostPage) -> None:
    assert [each.pk for each in open_above(post)] == [newsroom.home.pk, newsroom.index.pk]
    close(newsroom.index)
    assert [each.pk for each in open_above(PostPage.objects.get())] == [newsroom.home.pk]
    newsroom.home.unpublish()
    assert open_above(PostPage.objects.get()) == []
