from datetime import date

import pytest

from operations.models import PageViews
from operations.page_views import keeping
from operations.page_views.keeping import add
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2026, 3, 4), date(2026, 3, 5)


def kept():
    return list(
        PageViews.objects.order_by("page_id", "day").values_list("page_id", "day", "number")
    )


def test_the_counts_of_several_processes_add_up():
    page = make_newsroom().home
    add({(page.pk, DAY): 2, (page.pk, NEXT): 1})
    add({(page.pk, DAY): 3})
    assert kept() == [(page.pk, DAY, 5), (page.pk, NEXT, 1)]


def test_a_page_that_is_gone_has_no_count_and_costs_no_other_its_own():
    newsroom = make_newsroom()
    post = make_post(newsroom)
    gone = post.pk
    post.delete()
    add({(gone, DAY): 1, (newsroom.home.pk, DAY): 1})
    assert kept() == [(newsroom.home.pk, DAY, 1)]


def test_all_counts_are_one_statement(django_assert_num_queries):
    page = make_newsroom().home
    with django_assert_num_queries(4):  # savepoint, which pages there are, the statement, release
        add({(page.pk, date(2026, 3, day)): day for day in range(1, 29)})


def test_very_many_are_a_few(monkeypatch):
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    page = make_newsroom().home
    add({(page.pk, date(2026, 3, day)): 1 for day in range(1, 6)})
    assert len(kept()) == 5
