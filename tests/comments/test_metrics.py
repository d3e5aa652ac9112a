"""How many comments wait, and for how long."""

import pytest
from django.utils import timezone
from time_machine import Traveller

from comments import metrics
from comments.states import CommentStatus
from tests.comments.factories import make_comment

pytestmark = pytest.mark.django_db


def values() -> dict[str, float]:
    return {gauge.name: gauge.value for gauge in metrics.waiting()}


def test_queue_that_is_empty_has_no_age() -> None:
    assert values() == {"comments_waiting": 0, "comments_waiting_seconds": 0}


def test_only_what_waits_counts(post, clock: Traveller) -> None:
    make_comment(post, status=CommentStatus.PUBLISHED, created_at=timezone.now())
    clock.shift(60)
    make_comment(post, status=CommentStatus.PENDING, created_at=timezone.now())
    clock.shift(60)
    make_comment(post, status=CommentStatus.PENDING, created_at=timezone.now())
    assert values() == {"comments_waiting": 2, "comments_waiting_seconds": 60}
