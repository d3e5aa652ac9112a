from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from blog.archives.periods import Period
from blog.archives.tree import tree
from tests.pages import Newsroom, make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    newsroom = make_newsroom()
    for number, (year, month) in enumerate([(2011, 11), (2012, 1), (2012, 1), (2012, 3)]):
        make_post(newsroom, f"Post {number}", posted_at=datetime(year, month, 9, tzinfo=UTC))
    return newsroom


def test_years_and_months_are_counted_the_last_first(
    newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert newsroom.index.url  # where it stands is asked once
    with django_assert_num_queries(1):
        later, earlier = tree(newsroom.index)

    assert (later.name, later.number, later.url) == ("2012", 3, "/news/2012/")
    assert [(month.name, month.number, month.url) for month in later.months] == [
        ("March 2012", 1, "/news/2012/03/"),
        ("January 2012", 2, "/news/2012/01/"),
    ]
    assert (earlier.name, earlier.number, earlier.months) == ("2011", 1, ())


def test_last_year_shows_its_months_unless_another_is_current(newsroom: Newsroom) -> None:
    later, earlier = tree(newsroom.index, Period(2011))

    assert [year.is_current for year in tree(newsroom.index)] == [True, False]
    assert (later.is_current, later.months) == (False, ())
    assert (earlier.is_current, len(earlier.months)) == (True, 1)


def test_whole_tree_shows_all_months(newsroom: Newsroom) -> None:
    assert [len(year.months) for year in tree(newsroom.index, is_whole=True)] == [2, 1]


def test_month_that_is_shown_is_the_current_one(newsroom: Newsroom) -> None:
    later, _earlier = tree(newsroom.index, Period(2012, 1))

    assert later.is_current
    assert [month.is_current for month in later.months] == [False, True]


def test_newsroom_without_posts_has_no_tree() -> None:
    assert tree(make_newsroom().index) == []
