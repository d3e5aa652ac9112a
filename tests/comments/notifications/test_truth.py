import pytest
from wagtail.models import PageViewRestriction

from comments.models import Notice, Topic
from comments.notifications import truth
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_subscription, publish_by_itself

pytestmark = pytest.mark.django_db


def still_true():
    return truth.still_true(Notice.objects.all()).count()


@pytest.fixture
def published(post):
    make_subscription(post)
    return publish_by_itself(post)


def test_what_stands_as_the_event_left_it_is_true(published):
    assert still_true() == 1


def test_what_was_taken_down_is_not(published):
    published.status = CommentStatus.PENDING
    published.save()
    assert still_true() == 0


def test_a_page_that_is_not_public_any_more_is_not_spoken_of(published, post):
    post.unpublish()
    assert still_true() == 0


def test_nor_a_page_that_became_private(published, post):
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    assert still_true() == 0


def test_ones_own_comment_is_no_news_even_if_one_asked_only_afterwards(published, post):
    make_subscription(post, Topic.REPLIES, comment=published)
    assert still_true() == 0


def test_nor_with_the_address_of_the_comment_itself(published):
    published.author_email = "ANA@example.org"
    published.save()
    assert still_true() == 0


def test_a_decision_about_ones_own_comment_is_news_on_a_private_page_too(post, moderator):
    comment = make_comment(post)
    subscription = make_subscription(post, Topic.DECISION, comment=comment)
    event = comment.events.get()
    Notice.objects.create(event=event, subscription=subscription, due_at=event.created_at)
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    assert still_true() == 1


def test_wishes_made_with_a_comment_are_its_writers(published, post):
    own = make_subscription(post, Topic.REPLIES, comment=published)
    assert list(truth.subscriptions_of_the_writer(published)) == [own]
