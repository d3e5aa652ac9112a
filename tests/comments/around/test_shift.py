from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.around.shift import TIME_FOR_A_BREAK, decided_lately, is_time_for_a_break
from tests.comments.around.shifts import decide
from tests.comments.factories import make_user

MINUTE = timedelta(minutes=1)


def test_only_ones_own_decisions_of_the_last_hour_count(post, ana, clock):
    now = timezone.now()
    for minutes in (0, 59, 61):
        decide(post, ana, at=now - minutes * MINUTE, waited=MINUTE)
    decide(post, make_user("bea"), at=now, waited=MINUTE)
    assert decided_lately(ana, now=now) == 2


@pytest.mark.parametrize(("number", "is_time"), [(49, False), (50, True), (51, True)])
def test_fifty_in_an_hour_are_enough(number, is_time):
    assert TIME_FOR_A_BREAK == 50
    assert is_time_for_a_break(number) is is_time


def test_the_queue_speaks_of_a_break_in_time(post, ana, browser, clock):
    queue = reverse("reader_comments:queue")
    for _ in range(49):
        decide(post, ana, at=timezone.now(), waited=MINUTE)
    assert "Time for a break." not in browser.get(queue).content.decode()
    decide(post, ana, at=timezone.now(), waited=MINUTE)
    assert "You have decided 50 within an hour. Time for a break." in (
        browser.get(queue).content.decode()
    )
