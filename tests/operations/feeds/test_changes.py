from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import log

from blog.models import Topic
from operations.feeds import changes
from tests.comments.factories import make_user
from tests.pages import make_newsroom

NOON = datetime(2026, 3, 4, 17, tzinfo=UTC)
EARLIER = NOON - timedelta(hours=1)


@pytest.mark.parametrize(
    ("acts", "moment"),
    [
        ([(True, NOON), (True, EARLIER)], NOON),
        ([(False, NOON), (True, EARLIER)], EARLIER),
        ([(False, NOON)], None),
        ([(False, NOON)] * (changes.LOOKED_AT - 1) + [(False, EARLIER)], EARLIER),
        ([], None),
    ],
)
def test_the_last_act_that_can_be_seen_counts_and_never_an_earlier_one(acts, moment):
    assert changes.latest(acts) == moment


@pytest.mark.django_db
def test_drafts_and_accounts_leave_no_moment(clock):
    newsroom = make_newsroom()
    topic = Topic.objects.create(name="X", slug="x", locale=newsroom.index.locale)
    assert (changes.of_pages(), changes.of_models()) == (None, None)
    log(instance=newsroom.index, action="wagtail.publish")
    log(instance=topic, action="wagtail.edit")
    at = timezone.now()
    clock.shift(60)
    log(instance=newsroom.index, action="wagtail.edit")
    log(instance=make_user(), action="wagtail.edit")
    assert (changes.of_pages(), changes.of_models()) == (at, at)
