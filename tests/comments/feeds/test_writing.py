from datetime import timedelta

import pytest
from django.test import RequestFactory
from wagtail.models import Page

from comments.feeds.reading import on_pages
from comments.feeds.writing import feed_of, name_of
from comments.states import CommentStatus
from operations.feeds import Person
from tests.comments.factories import SAID_AT, make_comment


def read():
    request = RequestFactory().get("/comments/feed/")
    every = on_pages(Page.objects.all())
    return feed_of(request, every, title="Comments", home_url="http://testserver/")


def item():
    [found] = read().items
    return found


def test_an_entry_says_who_said_what_about_what(post):
    comment = make_comment(post, "I will **come**.", author_name="Ana <b>")
    found = item()
    assert found.title == "Ana <b> on “The county votes”"
    assert found.html == comment.body_html == "<p>I will <strong>come</strong>.</p>\n"
    assert found.authors == (Person("Ana <b>"),)
    assert found.url == f"http://testserver/comments/{comment.pk}/"
    assert (found.published_at, found.updated_at) == (SAID_AT, SAID_AT)


def test_who_gave_no_name_has_none(post):
    make_comment(post, author_name="")
    assert item().title == "Anonymous on “The county votes”"


def test_what_is_known_of_a_writer_beside_the_name_stays_here(post):
    make_comment(post, author_email="ana@example.org", author_website="https://ana.example.org/")
    assert "ana" not in repr(item()).replace("Ana", "")


def test_a_changed_comment_is_as_new_as_its_change(post):
    later = SAID_AT + timedelta(minutes=3)
    make_comment(post, edited_at=later, language="es")
    assert (item().updated_at, item().language) == (later, "es")


@pytest.mark.parametrize(("state", "is_told"), [("published", True), ("removed", False)])
def test_an_answer_names_only_what_can_be_read(post, state, is_told):
    above = make_comment(post, status=state, created_at=SAID_AT - timedelta(days=1))
    make_comment(post, parent=above)
    assert read().items[0].answers == (name_of(above.pk) if is_told else "")


def test_a_tombstone_is_a_name_and_a_moment(post):
    comment = make_comment(post, "Cruel words", status=CommentStatus.REMOVED)
    feed = read()
    assert [gone.name for gone in feed.gone] == [name_of(comment.pk)]
    assert "Cruel" not in repr(feed)


def test_a_feed_speaks_in_the_name_of_the_newsroom(post):
    feed = read()
    assert (feed.title, feed.author.name) == ("Comments · Broadside", "Broadside")
    assert (feed.url, feed.language) == ("http://testserver/comments/feed/", "en")
