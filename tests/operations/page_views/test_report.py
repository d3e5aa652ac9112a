from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from operations.models import PageViews
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.home.staff import AUTHORS, window_of
from tests.pages import make_campaign, make_newsroom, make_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def window():
    return sign_in(make_user(is_superuser=True))


@pytest.fixture
def newsroom():
    return make_newsroom()


@pytest.fixture(autouse=True)
def read(newsroom):
    post = make_post(newsroom, title="=The county votes")
    PageViews.objects.create(page=post, day=date(2026, 3, 3), number=7)
    PageViews.objects.create(page=post, day=date(2026, 1, 3), number=90)
    return post


def test_the_report_draws_the_days_and_names_the_pages(window):
    words = window.get(reverse("page_views")).content.decode()
    assert words.count("page-views__bar") == 1
    assert ("=The county votes" in words, "together they are 7" in words) == (True, True)


def test_a_longer_time_can_be_asked_for_and_nonsense_is_the_shortest(window):
    longer = window.get(reverse("page_views"), {"days": "90"}).content.decode()
    shortest = window.get(reverse("page_views"), {"days": "x"}).content.decode()
    assert ("together they are 97" in longer, "together they are 7." in shortest) == (True, True)


def test_the_table_has_a_line_a_page_and_day_and_no_formula(window, read):
    lines = window.get(reverse("page_views_csv"), {"days": "365"}).content.decode().splitlines()
    assert lines[0] == "day,page,title,views"
    assert lines[1:] == [
        f"2026-01-03,{read.pk},'=The county votes,90",
        f"2026-03-03,{read.pk},'=The county votes,7",
    ]


def test_where_nobody_read_it_says_so(window):
    PageViews.objects.all().delete()
    assert "Nothing was counted" in window.get(reverse("page_views")).content.decode()


@pytest.mark.parametrize("name", ["page_views", "page_views_csv"])
def test_who_works_on_another_part_of_the_tree_reads_no_titles(newsroom, name):
    section = make_campaign(newsroom)
    own = Group.objects.create(name="One campaign")
    own.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=own, page=section, permission=Permission.objects.get(codename="change_page")
    )
    answer = window_of("One campaign").get(reverse(name), {"days": "365"})
    assert (answer.status_code, "The county votes" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("name", ["page_views", "page_views_csv"])
def test_authors_may_look_and_strangers_may_not(client, name):
    assert window_of(AUTHORS).get(reverse(name)).status_code == 200
    assert client.get(reverse(name)).status_code == 302
    assert sign_in(make_user("stranger")).get(reverse(name)).status_code != 200


def test_the_way_there_stands_among_the_reports(window):
    assert reverse("page_views") in window.get(reverse("wagtailadmin_home")).content.decode()
