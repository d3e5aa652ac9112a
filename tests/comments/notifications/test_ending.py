import pytest
from django.utils import timezone

from comments import notifications
from comments.models import Frequency, ModeratorNotices, Subscription
from comments.notifications import mails
from operations import outbox
from tests.comments.factories import make_comment
from tests.comments.notifications.people import choose, make_moderator, make_subscription, posted
from tests.pages import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def wishes(newsroom):
    pages = [make_post(newsroom, f"Post {number}") for number in range(2)]
    own = [make_subscription(page) for page in pages]
    return [*own, make_subscription(pages[0], email="other@example.org")]


def test_one_wish_ends_with_its_row(wishes):
    notifications.stop(wishes[0])
    notifications.stop(wishes[0])
    assert set(Subscription.objects.all()) == set(wishes[1:])


def test_everything_of_an_address_ends_and_nothing_of_another(wishes):
    notifications.stop_everything(wishes[0])
    assert set(Subscription.objects.all()) == {wishes[2]}


def test_the_rhythm_changes_for_one_wish(wishes):
    notifications.change_frequency(wishes[0], Frequency.DAILY)
    daily = Subscription.objects.filter(frequency=Frequency.DAILY)
    assert set(daily) == {wishes[0]}


@pytest.mark.parametrize("chosen", [None, Frequency.DAILY])
def test_a_moderator_may_want_none(db, chosen):
    moderator = make_moderator()
    if chosen:
        choose(moderator, chosen)
    notifications.stop_for_moderator(moderator)
    assert ModeratorNotices.objects.get().frequency == Frequency.NEVER


def post_news(*wishes):
    for wish in wishes:
        comment = make_comment(wish.page)
        outbox.post(mails.news(wish, [comment], number=comment.pk))


def test_mail_that_waits_for_a_wish_goes_with_it(wishes):
    post_news(*wishes)
    outbox.post(mails.confirmation(wishes[0], now=timezone.now()))

    notifications.stop(wishes[0])
    left = [f"subscription:{wish.pk}" for wish in wishes[1:]]
    assert [mail.key.rpartition(":notice:")[0] for mail in posted()] == left

    notifications.stop_everything(wishes[1])
    assert [mail.recipient for mail in posted()] == ["other@example.org"]


def test_mail_that_waits_for_a_moderator_who_wants_none_does_not_go():
    for moderator in (leaves := make_moderator(), make_moderator("stays")):
        mail = mails.waiting(moderator, count=1, oldest_at=timezone.now(), number=moderator.pk)
        outbox.post(mail)

    notifications.stop_for_moderator(leaves)

    assert [mail.recipient for mail in posted()] == ["stays@example.org"]
