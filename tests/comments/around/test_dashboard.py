from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from comments.around.dashboard import numbers_for
from comments.moderation_queue.menu import QueueMenuItem, panels_for
from comments.states import CommentStatus
from tests.comments.appellant import make_appeal
from tests.comments.around.shifts import decide, give_section
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_user
from tests.comments.moderation_queue.staff import make_administrator
from tests.pages import make_post

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
DASHBOARD = reverse("wagtailadmin_home")


@pytest.fixture
def now(clock):
    return timezone.now()


def asked_by(user):
    request = RequestFactory().get(DASHBOARD)
    request.user = user
    return request


def words(client):
    html = client.get(DASHBOARD).content.decode()
    start = html.index('<p class="waiting-panel">')
    return " ".join(html[start : html.index("</section>", start)].replace("\xa0", " ").split())


def test_all_numbers_cost_one_query(post, now, django_assert_num_queries):
    administrator = make_administrator()
    make_comment(post, status="pending")
    decide(post, administrator, at=now, waited=HOUR)
    with django_assert_num_queries(1):
        numbers_for(asked_by(administrator), administrator, now=now)


def test_badge_and_panel_cost_two(post, now, django_assert_num_queries):
    request = asked_by(make_administrator())
    with django_assert_num_queries(2):
        QueueMenuItem().render_component(request)
        [panel] = panels_for(request)
        panel.get_context_data({})


def test_what_waits_is_counted_with_the_oldest(post, ana, now):
    assert numbers_for(asked_by(ana), ana, now=now).oldest_at is None
    for hours in (1, 3, 2):
        make_comment(post, status="pending", created_at=now - hours * HOUR)
    make_report(make_comment(post, created_at=now - 9 * HOUR))
    numbers = numbers_for(asked_by(ana), ana, now=now)
    assert (numbers.waiting, numbers.reported, numbers.oldest_at) == (3, 1, now - 3 * HOUR)


def test_appeals_are_counted_and_the_late_ones_beside(post, ana, now):
    for days in (-1, 1):
        make_appeal(make_comment(post, status=CommentStatus.TRASHED), due_at=now + days * DAY)
    numbers = numbers_for(asked_by(ana), ana, now=now)
    assert (numbers.appeals, numbers.late_appeals) == (2, 1)


def test_this_week_is_counted_by_you_and_by_all(post, ana, now):
    bea = make_user("bea")
    for moderator, hours in ((ana, 2), (ana, 4), (ana, 6), (bea, 100)):
        decide(post, moderator, at=now, waited=hours * HOUR)
    decide(post, ana, at=now - 7 * DAY, waited=50 * HOUR)
    numbers = numbers_for(asked_by(ana), ana, now=now)
    assert (numbers.decided_by_you, numbers.decided_by_all) == (3, 4)
    assert (numbers.decided_lately, numbers.median_wait) == (3, 4 * HOUR)


def test_without_a_decision_there_is_no_median(post, ana, now):
    assert numbers_for(asked_by(ana), ana, now=now).median_wait is None


def test_a_moderator_of_a_section_is_told_of_its_comments_alone(newsroom, post, ana, now):
    other = make_post(newsroom, "Another one")
    give_section(ana, other)
    for page in (post, post, other):
        make_comment(page, status="pending")
        make_report(make_comment(page))
        make_appeal(make_comment(page, status=CommentStatus.TRASHED))
        decide(page, None, at=now, waited=HOUR)
    numbers = numbers_for(asked_by(ana), ana, now=now)
    assert (numbers.waiting, numbers.reported, numbers.appeals) == (1, 1, 1)
    assert numbers.decided_by_all == 1


def test_the_panel_says_it_in_words(post, ana, browser, now):
    make_comment(post, status="pending", created_at=now - HOUR)
    make_appeal(make_comment(post, status=CommentStatus.TRASHED), due_at=now - DAY)
    decide(post, ana, at=now, waited=2 * HOUR)
    said = words(browser)
    assert "1 comment is waiting, for 1 hour." in said
    assert "1 appeal is waiting. 1 is late." in said
    assert "Decided this week: 1 by you, 1 by all." in said
    assert "Half of yours had waited for no more than 2 hours." in said
    assert "break" not in said
    assert reverse("reader_comments:statistics") in said


def test_after_fifty_in_an_hour_it_speaks_of_a_break(post, ana, browser, now):
    for _ in range(50):
        decide(post, ana, at=now, waited=HOUR)
    assert "You have decided 50 within an hour. Time for a break." in words(browser)
