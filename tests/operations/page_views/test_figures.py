from datetime import date

import pytest
from wagtail.models import Page

from operations.models import PageViews
from operations.page_views.figures import Day, MostRead, days, most_read, rows_of
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 3, 4)


@pytest.fixture
def pages():
    newsroom = make_newsroom()
    post = make_post(newsroom)
    for page, day, number in [(post, 2, 3), (newsroom.home, 2, 1), (newsroom.home, 4, 1)]:
        PageViews.objects.create(page=page, day=date(2026, 3, day), number=number)
    PageViews.objects.create(page=post, day=date(2026, 3, 1), number=50)
    return newsroom.home, post


def test_every_day_has_its_sum_and_a_quiet_one_none(pages):
    expected = [Day(date(2026, 3, day), number) for day, number in ((2, 4), (3, 0), (4, 1))]
    assert days(until=UNTIL, number=3) == expected


def test_the_most_read_page_stands_first(pages):
    home, post = pages
    found = most_read(days(until=UNTIL, number=3), of=Page.objects.all())
    assert found == [MostRead(post.pk, "The county votes", 3), MostRead(home.pk, "Broadside", 2)]


def test_rows_come_with_their_pages(pages, django_assert_num_queries):
    with django_assert_num_queries(1):
        titles = {row.page.title for row in rows_of(days_of(), of=Page.objects.all())}
    assert titles == {"The county votes", "Broadside"}


def test_other_pages_are_not_named(pages):
    home, _post = pages
    only = Page.objects.filter(pk=home.pk)
    assert [each.page_id for each in most_read(days_of(), of=only)] == [home.pk]
    assert {row.page_id for row in rows_of(days_of(), of=only)} == {home.pk}


def days_of():
    return [Day(date(2026, 3, 2), 0), Day(UNTIL, 0)]
