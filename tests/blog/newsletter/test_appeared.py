from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import NewsToSend, Subscriber
from blog.newsletter import appeared
from tests.blog.newsletter.people import appear, make_subscriber
from tests.pages import make_campaign, make_translation

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture
def posts(newsroom, clock):
    """Three that appeared one minute after the other, the first a minute after noon."""
    found = []
    for title in ("First", "Second", "Third"):
        clock.shift(MINUTE)
        found.append(appear(newsroom, title))
    return found


def between(begin, end):
    return [row.post for row in appeared.between(begin, end)]


def everything():
    return list(NewsToSend.objects.order_by("pk"))


def told(subscriber):
    """What somebody's digest would tell of, had it to be written now."""
    elders = appeared.elders_of([subscriber])
    return appeared.posts_for(subscriber, everything(), elders)


def listeners_of(post):
    return set(Subscriber.objects.filter(appeared.listeners(post)))


def test_what_appeared_may_be_told_when_its_grace_is_over_and_the_oldest_first(posts):
    now = timezone.now()

    assert list(appeared.untold(now + appeared.GRACE)) == everything()
    assert list(appeared.untold(now + appeared.GRACE - MINUTE)) == everything()[:2]
    assert not appeared.untold(now + appeared.GRACE - 2 * MINUTE - timedelta(seconds=1)).exists()


def test_what_was_told_is_not_told_again(posts):
    now = timezone.now()
    NewsToSend.objects.filter(post=posts[0]).update(done_at=now)

    assert list(appeared.untold(now + appeared.GRACE)) == everything()[1:]


def test_a_span_leaves_its_beginning_out_and_has_its_end(posts):
    third = timezone.now()

    assert between(third - 2 * MINUTE, third) == posts[1:]
    assert between(third - 2 * MINUTE, third - MINUTE) == posts[1:2]


def test_what_not_everybody_may_read_has_not_appeared(posts):
    now = timezone.now()
    posts[0].unpublish()
    PageViewRestriction.objects.create(page=posts[1], restriction_type=PageViewRestriction.LOGIN)

    assert between(now - 3 * MINUTE, now) == posts[2:]
    assert [row.post_id for row in appeared.untold(now + appeared.GRACE)] == [posts[2].pk]


def test_who_follows_the_edition_or_a_campaign_of_a_post_hears_of_it(newsroom, clock):
    ours, other = make_campaign(newsroom), make_campaign(newsroom, "Bus 41")
    of_all = make_subscriber(newsroom)
    of_ours = make_subscriber(newsroom, campaign=ours)
    make_subscriber(newsroom, campaign=other)
    make_subscriber(make_translation(newsroom))

    assert listeners_of(appear(newsroom, "Of none")) == {of_all}
    assert listeners_of(appear(newsroom, "Of ours", campaigns=[ours])) == {of_all, of_ours}


def test_nobody_hears_again_of_what_they_were_told(newsroom, posts):
    first = timezone.now() - 2 * MINUTE

    reader = make_subscriber(newsroom, told_until=first)

    assert told(reader) == posts[1:]


def test_who_has_not_confirmed_hears_of_nothing(newsroom, posts):
    stranger = make_subscriber(newsroom, told_until=None, confirmed_at=None)

    assert told(stranger) == []


def test_who_follows_a_campaign_or_another_edition_hears_of_that_alone(newsroom, clock):
    campaign, spanish = make_campaign(newsroom), make_translation(newsroom)
    follower = make_subscriber(newsroom, campaign=campaign, email="bus@example.org")
    reader, other = make_subscriber(newsroom), make_subscriber(spanish)
    clock.shift(MINUTE)
    plain, filed = appear(newsroom, "Plain"), appear(newsroom, "Filed", campaigns=[campaign])

    assert [told(each) for each in (follower, reader, other)] == [[filed], [plain, filed], []]


@pytest.mark.parametrize(
    ("elder", "brings"),
    [
        ({}, True),
        ({"email": "other@example.org"}, False),
        ({"frequency": "weekly"}, False),
        ({"confirmed_at": None}, False),
        ({"campaign": "another"}, False),
    ],
)
def test_what_an_older_wish_of_an_address_brings_is_not_brought_twice(
    newsroom, clock, elder, brings
):
    ours, another = make_campaign(newsroom), make_campaign(newsroom, "Bus 41")
    elder = elder | ({"campaign": another} if "campaign" in elder else {})
    make_subscriber(newsroom, **elder)
    younger = make_subscriber(newsroom, campaign=ours)
    clock.shift(MINUTE)
    post = appear(newsroom, campaigns=[ours])

    assert told(younger) == ([] if brings else [post])


def test_a_wish_that_was_confirmed_after_a_post_appeared_does_not_bring_it(newsroom, clock):
    elder = make_subscriber(newsroom, frequency="daily", confirmed_at=None)
    younger = make_subscriber(
        newsroom, frequency="daily", campaign=(ours := make_campaign(newsroom))
    )
    clock.shift(MINUTE)
    post = appear(newsroom, campaigns=[ours])
    clock.shift(MINUTE)
    elder.confirmed_at = elder.told_until = timezone.now()
    elder.save()

    assert (told(elder), told(younger)) == ([], [post])


def test_a_span_costs_the_same_however_much_appeared_in_it(newsroom, posts, clock):
    def reads():
        for row in appeared.between(timezone.now() - timedelta(days=1), timezone.now()):
            list(row.post.campaigns.all())

    few = _number_of_queries(reads)
    for number in range(5):
        appear(newsroom, f"More {number}")

    assert (few, _number_of_queries(reads)) == (3, 3)


def _number_of_queries(act):
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)
