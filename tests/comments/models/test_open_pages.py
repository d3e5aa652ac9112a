import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction

from comments.models.open_pages import families, open_to_all, public_family
from tests.pages import Newsroom, make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_it_finds_what_wagtail_calls_public(newsroom: Newsroom) -> None:
    make_post(newsroom)
    assert set(open_to_all(Page.objects.all())) == set(Page.objects.all())
    close(newsroom.index)
    assert set(open_to_all(Page.objects.all())) == set(Page.objects.public())
    assert newsroom.home.page_ptr in open_to_all(Page.objects.all())


def test_two_families_cost_one_query(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    spanish, page = make_translation(newsroom), newsroom.index
    with django_assert_num_queries(1):
        homes = families(page, beside=newsroom.home.translation_key, kind="homepage")
        assert [each.locale.language_code for each in homes] == ["en", "es"]
        assert [each.homepage.tagline for each in homes] == ["", ""]
        assert [each.pk for each in public_family(page)] == [page.pk, spanish.index.pk]


def test_what_is_closed_or_a_draft_is_no_public_relative(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    close(spanish.index)
    assert [each.pk for each in public_family(newsroom.index)] == [newsroom.index.pk]
    families(newsroom.index, beside=newsroom.home.translation_key)
    assert [each.pk for each in public_family(newsroom.index)] == [newsroom.index.pk]
    newsroom.index.unpublish()
    assert public_family(Page.objects.get(pk=newsroom.index.pk)) == []
