from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.around.shift import TIME_FOR_A_BREAK, decided_lately, is_time_for_a_break
from comments.models import BulkJob
from comments.states import Action
from tests.comments.around.shifts import decide
from tests.comments.factories import make_user

MINUTE = timedelta(minutes=1)


def test_only_ones_own_decisions_of_the_last_hour_count(post, ana, clock):
    now = timezone.now()
    for minutes in (0, 59, 61):
        decide(post, ana, at=now - minutes * MINUTE, waited=MINUTE)
    decide(post, make_user("bea"), at=now, waited=MINUTE)
    assert decided_lately(ana, now=now) == 2


def test_one_decision_on_many_counts_once_and_many_sent_together_count_each(post, ana, clock):
    now, on_many, together = timezone.now(), uuid4(), uuid4()
    BulkJob.objects.create(batch=on_many, action=Action.APPROVE, moderator=ana)
    for batch in (on_many, on_many, on_many, together, together, None):
        decide(post, ana, at=now, waited=MINUTE, batch=batch)
    assert decided_lately(ana, now=now) == 1 + 2 + 1


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
