from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Notice
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_moderator, make_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(post):
    return make_comment(post).events.get()


def make_notice(event, **fields):
    return Notice.objects.create(event=event, **({"due_at": timezone.now()} | fields))


def refused(event, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_notice(event, **fields)
    return True


def test_a_notice_is_for_one_person(post, event):
    assert refused(event)
    assert refused(event, subscription=make_subscription(post), user=make_moderator())


def test_nobody_is_told_of_one_event_twice(post, event):
    subscription, moderator = make_subscription(post), make_moderator()
    make_notice(event, subscription=subscription)
    make_notice(event, user=moderator)
    assert refused(event, subscription=subscription)
    assert refused(event, user=moderator)


def test_what_waits_is_due_when_its_time_has_come(post, event, clock):
    notice = make_notice(event, subscription=make_subscription(post))
    now = timezone.now()
    assert list(Notice.objects.due(now)) == [notice]
    assert not Notice.objects.due(now - timedelta(seconds=1)).exists()
    Notice.objects.update(settled_at=now)
    assert not Notice.objects.waiting().exists()
    assert not Notice.objects.due(now).exists()
    assert str(notice) == f"notice {notice.pk}"
