import pytest
from django.db import IntegrityError, transaction

from comments.models import Frequency, ModeratorNotices, Topic
from tests.comments.factories import make_comment
from tests.comments.notifications.people import choose, make_moderator, make_subscription

pytestmark = pytest.mark.django_db


def refused(*args, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_subscription(*args, **fields)
    return True


def test_a_topic_that_nobody_knows_is_refused(post):
    assert refused(post, "weather")


def test_a_page_is_followed_as_a_whole_and_a_comment_by_itself(post):
    assert refused(post, Topic.PAGE, comment=make_comment(post))
    assert refused(post, Topic.REPLIES)
    assert refused(post, Topic.DECISION)


def test_an_address_follows_a_page_once(post):
    make_subscription(post)
    assert refused(post)
    make_subscription(post, email="other@example.org")


def test_an_address_follows_a_comment_once_by_topic(post):
    comment = make_comment(post)
    make_subscription(post, Topic.REPLIES, comment=comment)
    make_subscription(post, Topic.DECISION, comment=comment)
    assert refused(post, Topic.REPLIES, comment=comment)


def test_two_wishes_never_share_what_their_links_are_signed_with(post):
    other = make_subscription(post, email="other@example.org")
    other.nonce = make_subscription(post).nonce
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_rows_go_by_their_number_and_show_no_address(post):
    subscription, moderator = make_subscription(post), make_moderator()
    choose(moderator, Frequency.DAILY)
    assert str(subscription) == f"subscription {subscription.pk}"
    assert str(ModeratorNotices.objects.get()) == f"mail to user {moderator.pk}"


def test_a_moderator_chooses_once(db):
    moderator = make_moderator()
    choose(moderator, Frequency.DAILY)
    with pytest.raises(IntegrityError), transaction.atomic():
        choose(moderator, Frequency.NEVER)
