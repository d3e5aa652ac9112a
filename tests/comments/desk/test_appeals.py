"""Appeals at the desk: the list, one with all that it is about, and answering it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from comments.models import AppealState, Cluster, ModerationEvent
from tests.comments.appellant import answer, sent
from tests.comments.desk.appealed import (
    LIST,
    address,
    binned_and_appealed,
    html_of,
    removed_and_appealed,
    send,
)
from tests.comments.moderation_queue.staff import make_moderator, sign_in

DAY = timedelta(days=1)
UPHELD, REVERSED = AppealState.UPHELD, AppealState.REVERSED


@pytest.fixture
def ben(newsroom):
    return make_moderator("ben", first_name="Ben", last_name="Ode")


@pytest.fixture
def browser(ben):
    """The browser of Ben, who has decided nothing yet."""
    return sign_in(ben)


@pytest.fixture
def comment(post, clock):
    return sent(post, "It was <b>quoted</b>.", author_name="José <i>")


@pytest.fixture
def appeal(comment, ana):
    return removed_and_appealed(comment, ana)


# The list


def test_the_list_names_what_waits_and_until_when(browser, appeal):
    html = html_of(browser.get(LIST))
    assert f'href="{address(appeal)}"' in html
    assert "José &lt;i&gt;" in html
    assert "Ana Ruiz removed this comment" in html
    assert "To be answered by" in html


def test_what_is_late_says_so(browser, appeal, clock):
    clock.shift(9 * DAY)
    html = html_of(browser.get(LIST))
    assert "1 of them is late." in html
    assert "Late by 2\xa0days." in html


def test_nothing_waits(browser):
    assert "No appeal waits." in html_of(browser.get(LIST))
    assert "No appeal was answered yet." in html_of(browser.get(f"{LIST}?answered=1"))


def test_what_was_answered_has_a_list_of_its_own(browser, appeal, ben):
    answer(appeal, UPHELD, ben, words="No.")
    assert address(appeal) not in html_of(browser.get(LIST))
    html = html_of(browser.get(f"{LIST}?answered=1"))
    assert address(appeal) in html
    assert "The decision stands" in html


def test_the_same_spam_is_one_line(browser, post, ana, clock):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, *others = [binned_and_appealed(post, ana, cluster=cluster) for _ in range(3)]
    html = html_of(browser.get(LIST))
    assert address(first) in html
    assert not any(address(other) in html for other in others)
    assert "And 2 more about nearly the same words." in html


def test_the_list_asks_little_of_the_database(
    browser, post, ana, django_assert_max_num_queries, clock
):
    cluster = Cluster.objects.create(sketch=b"of the words")
    for kind in (cluster, *(None,) * 20, cluster):
        binned_and_appealed(post, ana, cluster=kind)
    browser.get(LIST)
    with django_assert_max_num_queries(25):
        browser.get(LIST)


def test_every_screen_of_the_desk_leads_to_the_list(browser):
    assert f'href="{LIST}"' in html_of(browser.get(reverse("reader_comments:queue")))


# Who answers


def test_who_decided_is_told_who_answers_and_how_to_take_it_back(appeal, ana, ben, comment):
    html = html_of(sign_in(ana).get(address(appeal)))
    assert "somebody else has to answer: 1 other moderator can" in html
    assert reverse("reader_comments:history", args=[comment.pk]) in html
    assert "Answer the appeal" not in html


def test_who_is_alone_is_told_from_when_on(appeal, ana, clock):
    browser = sign_in(ana)
    assert "you can answer from" in html_of(browser.get(address(appeal)))
    assert "March 5, 2026" in html_of(browser.get(address(appeal)))
    clock.shift(DAY)
    html = html_of(browser.get(address(appeal)))
    assert "Answer the appeal" in html
    assert "Receipt and public report say so." in html


@pytest.mark.parametrize("is_alone", [True, False])
def test_the_server_refuses_who_decided_whatever_is_sent(appeal, ana, is_alone):
    if not is_alone:
        make_moderator("ben")
    response = send(sign_in(ana), appeal, REVERSED)
    assert response.status_code == 403
    assert "not yours to answer now; nothing was changed" in html_of(response)
    appeal.refresh_from_db()
    assert appeal.state == AppealState.OPEN
    assert ModerationEvent.objects.count() == 2
