import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from blog.models import Subscriber
from blog.newsletter import report
from tests.blog.newsletter.people import ADDRESS, make_subscriber
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.pages import make_campaign

pytestmark = pytest.mark.django_db

REMOVE = "news_subscriber_remove"


def somebody_with(*codenames):
    user = make_user("-".join(codenames) or "without-rights")
    rights = Permission.objects.filter(codename__in=["access_admin", *codenames])
    user.user_permissions.add(*rights)
    return sign_in(user)


def test_the_staff_sees_how_many_want_what_and_no_address(newsroom):
    make_subscriber(newsroom)
    make_subscriber(newsroom, email="bo@example.org", frequency="weekly")
    make_subscriber(newsroom, email="eva@example.org", confirmed_at=None)
    make_subscriber(newsroom, campaign=make_campaign(newsroom, "Bus 40"))

    page = somebody_with("view_subscriber").get(reverse("news_subscribers")).content.decode()

    assert ADDRESS not in page
    assert "a…@example.org" in page
    assert "Take somebody off" not in page
    assert [(row.name, row.numbers, row.total, row.waiting) for row in report.counts()] == [
        ("All news (en)", [1, 0, 1], 2, 1),
        ("Bus 40", [1, 0, 0], 1, 0),
    ]


def test_an_empty_list_says_so(newsroom):
    page = somebody_with("view_subscriber").get(reverse("news_subscribers")).content.decode()

    assert "Nobody has asked for news yet." in page


@pytest.mark.parametrize(("rights", "expected"), [((), False), (("view_subscriber",), True)])
def test_the_menu_of_reports_shows_it_to_those_who_get_in(newsroom, rights, expected):
    home = somebody_with(*rights).get(reverse("wagtailadmin_home")).content.decode()

    assert (reverse("news_subscribers") in home) is expected


def test_nobody_gets_in_without_the_right(newsroom):
    make_subscriber(newsroom)

    assert somebody_with().get(reverse("news_subscribers")).status_code == 302
    client = somebody_with("view_subscriber")
    assert client.post(reverse(REMOVE), {"email": ADDRESS}).status_code == 302
    assert Subscriber.objects.exists()


def test_who_asks_the_staff_is_taken_off(newsroom):
    make_subscriber(newsroom)
    other = make_subscriber(newsroom, email="other@example.org")
    client = somebody_with("view_subscriber", "delete_subscriber")
    assert "Take somebody off" in client.get(reverse("news_subscribers")).content.decode()

    answer = client.post(reverse(REMOVE), {"email": "ANA@example.org"}, follow=True)

    assert "1 subscription ended." in answer.content.decode()
    assert list(Subscriber.objects.all()) == [other]
    answer = client.post(reverse(REMOVE), {"email": "nobody"}, follow=True)
    assert "This is no e-mail address." in answer.content.decode()
    assert client.get(reverse(REMOVE)).status_code == 405


def test_the_list_asks_the_same_however_long_it_is(newsroom, django_assert_num_queries):
    for number in range(60):
        make_subscriber(newsroom, email=f"reader{number}@example.org")

    with django_assert_num_queries(2):
        assert len([each.locale.language_code for each in report._listed("2")]) == 10
    with django_assert_num_queries(1):
        report.counts()
