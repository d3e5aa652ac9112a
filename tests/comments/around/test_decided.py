from datetime import timedelta

import pytest
from django.utils import timezone

from comments.around.decided import decisions, median_wait, with_waits
from comments.models import ModerationEvent
from comments.states import Action, CommentStatus, Reason
from tests.comments.around.shifts import decide, undo
from tests.comments.factories import make_user

MINUTE = timedelta(minutes=1)


@pytest.fixture
def now(clock):
    return timezone.now()


def waits(since):
    return [waited for _at, _by, waited in with_waits(decisions(since=since))]


def median(since):
    asked = type(make_user("asks")).objects.filter(username="asks")
    return asked.annotate(median=median_wait(decisions(since=since))).get().median


def test_how_long_a_comment_waited_is_counted_from_when_it_was_sent(post, ana, now):
    decide(post, ana, at=now, waited=5 * MINUTE)
    assert waits(now) == [5 * MINUTE]


def test_a_comment_that_was_held_waits_from_then_on(post, ana, now):
    first = decide(post, ana, at=now - 60 * MINUTE, waited=600 * MINUTE)
    fields = {"comment": first.comment, "actor": ana, "actor_number": ana.pk}
    for action, before, after, at in (
        (Action.HOLD, "published", "pending", now - 7 * MINUTE),
        (Action.REMOVE, "pending", "removed", now),
    ):
        ModerationEvent.objects.create(
            action=action,
            from_status=before,
            to_status=after,
            reason=Reason.ABUSE if after == "removed" else "",
            removed_by="administrator" if after == "removed" else "",
            created_at=at,
            **fields,
        )
    assert waits(now - 30 * MINUTE) == [7 * MINUTE, None]


def test_what_was_undone_counts_for_nothing(post, ana, now):
    undo(decide(post, ana, at=now, waited=MINUTE))
    assert waits(now) == []
    assert median(now) is None


def test_what_readers_held_is_nobodys_decision(post, now):
    fields = {"action": Action.HOLD, "reason": Reason.CHECKS, "to_status": CommentStatus.PENDING}
    decide(post, None, at=now, waited=MINUTE, from_status=CommentStatus.PUBLISHED, **fields)
    assert waits(now) == []


@pytest.mark.parametrize(
    ("minutes", "median_minutes"),
    [([4], 4), ([1, 9], 1), ([9, 1, 4], 4), ([1, 2, 3, 100], 2), ([1, 2, 3, 4, 100], 3)],
)
def test_the_median_is_the_lower_one_of_two_in_the_middle(post, ana, now, minutes, median_minutes):
    for each in minutes:
        decide(post, ana, at=now, waited=each * MINUTE)
    assert median(now) == median_minutes * MINUTE
