"""Waits double up to six hours, and go on for more than four days."""

from datetime import timedelta

import pytest

from operations.outbox.retry import LONGEST_WAIT, MAX_ATTEMPTS, wait_after


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (9, 256), (10, 360)])
def test_wait_doubles_up_to_six_hours(attempts, minutes):
    assert wait_after(attempts, jitter=0.0) == timedelta(minutes=minutes)


def test_jitter_lengthens_a_wait_by_up_to_a_quarter():
    assert wait_after(1, jitter=1.0) == timedelta(seconds=75)


def test_mail_is_tried_for_more_than_four_days():
    waits = [wait_after(attempts, jitter=0.0) for attempts in range(1, MAX_ATTEMPTS)]
    assert sum(waits, timedelta()) > timedelta(days=4)
    assert waits[-1] == LONGEST_WAIT


def test_mail_is_given_up_after_the_last_attempt():
    assert wait_after(MAX_ATTEMPTS, jitter=0.0) is None
