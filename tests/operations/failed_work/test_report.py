"""The report is for administrators, works without a script, and tells nobody's address."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from operations.failed_work import work
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.home.staff import GROUPS, window_of
from tests.operations.failed_work.failures import fail_mail, fail_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def window():
    return sign_in(make_user(is_superuser=True))


def run_again(window, what):
    answer = window.post(reverse("run_failed_work_again"), {"what": what})
    assert (answer.status_code, answer.url) == (302, reverse("failed_work"))
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_it_tells_what_failed_and_nobodys_address(window):
    fail_task()
    fail_mail()
    words = window.get(reverse("failed_work")).content.decode()
    assert "Puts something into the search" in words
    assert ("OperationalError" in words, "SMTPRecipientsRefused 550" in words) == (True, True)
    assert ("ana@" in words, "Somebody answered" in words) == (False, False)


def test_where_nothing_failed_it_says_so(window):
    words = window.get(reverse("failed_work")).content.decode()
    assert ("Nothing failed" in words, "Run all again" in words) == (True, False)


def test_more_than_it_shows_are_said_to_be_there(window, monkeypatch):
    monkeypatch.setattr(work, "SHOWN", 1)
    fail_mail()
    assert "There are more" not in window.get(reverse("failed_work")).content.decode()
    fail_mail("ben")
    assert "There are more" in window.get(reverse("failed_work")).content.decode()


def test_a_button_has_one_of_them_run_again(window):
    task = fail_task()
    fail_mail()
    assert "within a few seconds" in run_again(window, f"task:{task.pk}")[0]
    assert [each.name.partition(":")[0] for each in work.failures()] == ["mail"]
    assert "nothing to try" in run_again(window, f"task:{task.pk}")[-1]


def test_a_button_has_all_of_them_run_again(window):
    fail_task()
    fail_mail()
    run_again(window, "all")
    assert work.failures() == []


def test_the_number_of_questions_does_not_grow_with_what_failed(
    window, django_assert_max_num_queries
):
    for name in ("ana", "ben", "cal"):
        fail_task()
        fail_mail(name)
    with django_assert_max_num_queries(20):
        window.get(reverse("failed_work"))


@pytest.mark.parametrize("group", GROUPS)
def test_who_has_not_the_mark_of_an_administrator_is_refused(group):
    fail_task()
    window = window_of(group)
    assert window.get(reverse("failed_work")).status_code == 302
    window.post(reverse("run_failed_work_again"), {"what": "all"})
    assert work.total() == 1
    assert reverse("failed_work") not in window.get(reverse("wagtailadmin_home")).content.decode()


def test_strangers_are_sent_to_the_door_and_nothing_runs_by_a_link(client, window):
    assert "login" in client.get(reverse("failed_work")).url
    assert window.get(reverse("run_failed_work_again")).status_code == 405


def test_the_way_there_stands_among_the_reports(window):
    assert reverse("failed_work") in window.get(reverse("wagtailadmin_home")).content.decode()
