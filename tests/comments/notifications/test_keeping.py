from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import CommentSettings, Notice, Subscription, Topic
from comments.notifications import forget_old
from comments.states import Action, CommentStatus
from operations.models import OutboxMail
from tests.comments.appellant import make_appeal, take_away
from tests.comments.factories import make_comment, make_user
from tests.comments.notifications.people import happen, make_subscription, publish_by_itself

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
WEEK = timedelta(days=7)
THREE_DAYS = timedelta(days=3)
MONTH = timedelta(days=30)


def is_kept_for(rows, time, clock):
    """Whether rows are there until the time is over, and not afterwards."""
    clock.shift(time - SECOND)
    forget_old()
    was_there = rows.exists()
    clock.shift(2 * SECOND)
    forget_old()
    return was_there and not rows.exists()


def test_a_notice_is_kept_for_a_week_after_it_was_told(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    clock.shift(5 * WEEK)
    Notice.objects.update(settled_at=timezone.now(), due_at=timezone.now() - 5 * WEEK)
    assert is_kept_for(Notice.objects.all(), WEEK, clock)


def test_what_could_be_told_to_nobody_for_a_week_is_no_news(post, clock):
    make_subscription(post)
    publish_by_itself(post)
    assert is_kept_for(Notice.objects.all(), WEEK, clock)


def test_an_address_that_nobody_confirms_goes_after_three_days(post, clock):
    make_subscription(post, confirmed_at=None)
    assert is_kept_for(Subscription.objects.all(), THREE_DAYS, clock)


def test_the_mail_of_a_wish_that_nobody_confirmed_goes_with_it(post, clock):
    wish = make_subscription(post, confirmed_at=None)
    now = timezone.now()
    OutboxMail.objects.create(
        key=f"confirm:{wish.pk}:1", recipient=wish.email, created_at=now, due_at=now
    )
    clock.shift(THREE_DAYS + SECOND)
    forget_old()
    assert not OutboxMail.objects.exists()


def test_a_wish_about_a_page_stays_until_it_is_ended(post, clock):
    make_subscription(post)
    clock.shift(timedelta(days=4000))
    forget_old()
    assert Subscription.objects.exists()


def test_a_decision_was_told_once_an_appeal_is_too_late(post, clock):
    comment = make_comment(post, status=CommentStatus.PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    clock.shift(2 * MONTH)
    forget_old()
    assert Subscription.objects.exists()  # nobody has decided
    happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=make_user("judge"))
    assert is_kept_for(Subscription.objects.all(), MONTH, clock)


def test_a_decision_stays_one_when_its_makers_account_is_gone(post, clock):
    comment = make_comment(post, status=CommentStatus.PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    judge = make_user("judge")
    happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=judge)
    judge.delete()
    assert is_kept_for(Subscription.objects.all(), MONTH, clock)


def test_a_decision_that_was_taken_back_is_none(post, clock):
    comment = make_comment(post, status=CommentStatus.PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    judge = make_user("judge")
    approval = happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=judge)
    happen(comment, Action.UNDO, CommentStatus.PENDING, actor=judge, undoes=approval)
    clock.shift(2 * MONTH)
    forget_old()
    assert Subscription.objects.exists()


@pytest.mark.parametrize("status", [CommentStatus.SPAM, CommentStatus.TRASHED])
def test_nobody_can_answer_what_is_gone(post, clock, status):
    comment = make_comment(post)
    make_subscription(post, Topic.REPLIES, comment=comment)
    clock.shift(2 * MONTH)
    forget_old()
    assert Subscription.objects.exists()  # it can still be answered
    happen(comment, Action.TRASH, status, actor=make_user("judge"))
    assert is_kept_for(Subscription.objects.all(), MONTH, clock)


def test_wishes_go_with_their_comment_and_their_page(post):
    comment = make_comment(post)
    make_subscription(post, Topic.REPLIES, comment=comment)
    make_subscription(post)
    publish_by_itself(post, parent=comment)
    comment.replies.all().delete()
    comment.delete()
    assert Subscription.objects.get().topic == Topic.PAGE
    post.delete()
    assert not Subscription.objects.exists()
    assert not Notice.objects.exists()


def test_a_wish_about_a_decision_stays_while_an_appeal_against_it_waits(post, clock, moderator):
    comment = make_comment(post)
    take_away(comment, "trash", moderator)
    make_subscription(post, Topic.DECISION, comment=comment)
    appeal = make_appeal(comment)
    clock.shift(2 * MONTH)
    forget_old()
    assert Subscription.objects.exists()
    appeal.delete()
    forget_old()
    assert not Subscription.objects.exists()


@pytest.mark.parametrize(("days", "kept"), [(7, MONTH), (90, timedelta(days=90))])
def test_a_wish_about_a_decision_stays_as_long_as_one_can_appeal(post, clock, days, kept):
    CommentSettings.for_site(post.get_site())
    CommentSettings.objects.update(appeal_within_days=days)
    comment = make_comment(post, status=CommentStatus.PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=make_user("judge"))
    assert is_kept_for(Subscription.objects.all(), kept, clock)
