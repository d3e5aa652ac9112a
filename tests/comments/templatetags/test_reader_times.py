"""Times as a reader says them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.templatetags.reader_times import about, is_soon


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (timedelta(0), "about 1 minute"),
        (timedelta(minutes=44), "about 44 minutes"),
        (timedelta(minutes=60), "about 1 hour"),
        (timedelta(hours=2, minutes=40), "about 3 hours"),
        (timedelta(hours=47), "about 47 hours"),
        (timedelta(hours=60, minutes=1), "about 3 days"),
    ],
)
def test_a_duration_is_said_in_one_rounded_unit(duration, words):
    assert about(duration) == words


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (timedelta(days=2, hours=23), True),
        (timedelta(days=3, hours=1), False),
        (timedelta(minutes=-1), False),
    ],
)
def test_soon_is_within_three_days(ahead, expected):
    assert is_soon(timezone.now() + ahead) is expected


def test_what_never_comes_is_not_soon():
    assert is_soon(None) is False
