from datetime import timedelta

import pytest
from django.utils import timezone

from comments import conf
from comments.models import Frequency, Notice, Topic
from comments.notifications import dispatch, dispatch_due
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.comments.notifications.people import (
    happen,
    make_subscription,
    posted,
    publish_by_itself,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def after(clock, time):
    clock.shift(time)
    dispatch_due()


def test_who_asked_gets_one_mail_and_the_notice_is_settled(post, clock):
    subscription = make_subscription(post)
    publish_by_itself(post)
    dispatch_due()
    dispatch_due()
    [mail] = posted()
    assert mail.recipient == subscription.email
    assert Notice.objects.get().settled_at == timezone.now()


def test_nothing_leaves_before_it_is_due(post, clock):
    make_subscription(post)
    comment = make_comment(post, status=CommentStatus.PENDING)
    happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=make_user("judge"))
    dispatch_due()
    assert posted() == []
    after(clock, conf.UNDO_WINDOW)
    assert len(posted()) == 1


def test_an_address_that_nobody_confirmed_gets_nothing_until_it_is(post, clock):
    subscription = make_subscription(post, confirmed_at=None)
    publish_by_itself(post)
    dispatch_due()
    assert posted() == []
    subscription.confirmed_at = timezone.now()
    subscription.save()
    dispatch_due()
    assert len(posted()) == 1


def test_what_is_not_true_any_more_is_told_to_nobody(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    post.unpublish()
    dispatch_due()
    assert posted() == []
    assert not Notice.objects.exists()


def test_what_comes_within_ten_minutes_is_told_together(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    dispatch_due()
    for _comment in range(3):
        publish_by_itself(post)
        after(clock, MINUTE)
    assert len(posted()) == 1
    after(clock, 10 * MINUTE)
    assert [mail.subject.split()[0] for mail in posted()] == ["A", "3"]


def test_daily_is_one_mail_a_day(post, clock):
    make_subscription(post, frequency=Frequency.DAILY)
    for _hour in range(24):
        publish_by_itself(post)
        dispatch_due()
        clock.shift(timedelta(hours=1))
    assert len(posted()) == 1
    after(clock, timedelta(hours=1))
    assert len(posted()) == 2


def test_one_who_has_to_wait_keeps_nobody_else_waiting(post, clock, monkeypatch):
    monkeypatch.setattr(dispatch, "PEOPLE_A_BATCH", 1)
    make_subscription(post, email="first@example.org")
    publish_by_itself(post)
    dispatch_due()
    make_subscription(post, email="second@example.org")
    publish_by_itself(post)
    dispatch_due()
    assert [mail.recipient for mail in posted()] == ["first@example.org", "second@example.org"]


def test_a_mail_goes_to_each_wish_of_an_address(post, clock):
    comment = make_comment(post)
    make_subscription(post)
    make_subscription(post, Topic.REPLIES, comment=comment)
    publish_by_itself(post, parent=comment)
    dispatch_due()
    assert len(posted()) == 2


def test_notice_and_mail_are_settled_together_or_not_at_all(post, clock, monkeypatch):
    def fail(_mail):
        raise RuntimeError

    make_subscription(post)
    publish_by_itself(post)
    monkeypatch.setattr(dispatch.outbox, "post", fail)
    with pytest.raises(RuntimeError):
        dispatch_due()
    assert Notice.objects.waiting().count() == 1
    monkeypatch.undo()
    dispatch_due()
    assert len(posted()) == 1


def test_who_comes_second_finds_nothing_left(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    people = dispatch._people(timezone.now())
    dispatch_due()
    dispatch._tell(people, now=timezone.now())  # another worker that chose before
    assert len(posted()) == 1


def test_without_a_mail_server_everything_waits_for_one(post, clock, settings):
    make_subscription(post)
    publish_by_itself(post)
    settings.HAS_MAIL = False
    dispatch_due()
    assert Notice.objects.waiting().count() == 1
    settings.HAS_MAIL = True
    dispatch_due()
    assert len(posted()) == 1


def test_a_run_ends_after_some_people_and_the_next_one_goes_on(post, clock, monkeypatch):
    monkeypatch.setattr(dispatch, "PEOPLE_A_BATCH", 2)
    monkeypatch.setattr(dispatch, "BATCHES_A_RUN", 2)
    for number in range(5):
        make_subscription(post, email=f"reader{number}@example.org")
    publish_by_itself(post)
    dispatch_due()
    assert len(posted()) == 4
    dispatch_due()
    assert len({mail.recipient for mail in posted()}) == 5


def test_a_batch_asks_little_more_for_more_people(post, clock, django_assert_max_num_queries):
    for number in range(20):
        make_subscription(post, email=f"reader{number}@example.org")
    publish_by_itself(post)
    with django_assert_max_num_queries(20 + 20 * 5):  # each mail: a row settled, a row posted
        dispatch_due()
