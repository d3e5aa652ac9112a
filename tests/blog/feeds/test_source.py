from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import log

from blog.feeds import sources
from blog.feeds.source import NEWEST, feed_of
from tests.blog.events.happenings import event_block
from tests.comments.factories import make_user
from tests.pages import POSTED_AT, label, make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db

URL = "http://testserver/feed/"


def read(newsroom):
    return feed_of(sources.of_edition(newsroom.home), url=URL)


def make_posts(newsroom, number, **fields):
    for n in range(number):
        at = POSTED_AT + timedelta(days=n)
        post = make_post(newsroom, title=f"Post {n}", posted_at=at, **fields)
        sign(post, ["Ana", "Bo"])
        label(post, ["Housing", "Water"])


def test_the_newest_stand_first_and_a_feed_ends_somewhere():
    newsroom = make_newsroom()
    make_posts(newsroom, NEWEST + 1)
    titles = [item.title for item in read(newsroom).items]
    assert titles == [f"Post {n}" for n in range(NEWEST, 0, -1)]


@pytest.mark.parametrize("posts", [1, NEWEST])
def test_the_number_of_queries_does_not_grow_with_posts(posts, django_assert_num_queries):
    newsroom = make_newsroom()
    make_posts(newsroom, posts)
    read(newsroom)
    with django_assert_num_queries(8):
        read(newsroom)


@pytest.mark.parametrize("posts", [10, 100])
def test_nor_with_events_in_them(posts, django_assert_num_queries):
    newsroom = make_newsroom()
    make_posts(newsroom, posts, body=[event_block(title="Webinar")])
    read(newsroom)
    with django_assert_num_queries(8):
        assert "Webinar" in read(newsroom).items[-1].html


def test_a_feed_speaks_in_the_name_of_the_newsroom():
    newsroom = make_newsroom(title="The Wire")
    newsroom.home.search_description = "What we do"
    feed = read(newsroom)
    assert (feed.title, feed.description, feed.author.name) == (
        "The Wire",
        "What we do",
        "The Wire",
    )
    assert (feed.home_url, feed.url, feed.language) == ("http://testserver/", URL, "en")


def test_a_feed_of_a_part_says_of_which():
    newsroom = make_newsroom(title="The Wire")
    assert (
        feed_of(sources.of_index(newsroom.home, newsroom.index), url=URL).title == "News · The Wire"
    )


def test_what_readers_do_not_see_leaves_no_moment(clock):
    newsroom = make_newsroom()
    post = make_post(newsroom)
    log(instance=newsroom.index, action="wagtail.publish")
    seen_at = timezone.now()
    clock.shift(60)
    post.save_revision(log_action=True)
    log(instance=make_user(), action="wagtail.edit")
    assert read(newsroom).changed_at == seen_at


def test_what_the_staff_does_to_pages_is_a_change(clock):
    newsroom = make_newsroom()
    make_post(newsroom)
    clock.shift(60)
    log(instance=newsroom.index, action="wagtail.unpublish")
    assert read(newsroom).changed_at == timezone.now()
