import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments import moderation
from comments.models import Cluster
from comments.states import OFFERED, CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import buttons, read_history, read_queue

PENDING = CommentStatus.PENDING


def shown(html):
    """The numbers of the comments on the page, in their order."""
    return [int(number) for number in re.findall(r'<article id="comment-(\d+)"', html)]


def test_a_card_shows_the_whole_comment_with_its_parent_and_its_post(post, browser):
    parent = make_comment(post, "Who brings water?", author_name="Marisol")
    make_comment(
        post,
        "I will bring **water**.",
        status=PENDING,
        parent=parent,
        author_email="ana@example.org",
        author_website="https://ana.example.org",
        evidence=[{"sign": "links", "detail": "2"}],
    )
    html = read_queue(browser)
    for words in (
        "I will bring <strong>water</strong>.",
        "In reply to Marisol",
        "Who brings water?",
        post.title,
        post.url,
        "ana@example.org",
        "https://ana.example.org",
        "2 links.",
    ):
        assert words in html


def test_a_website_is_never_a_link(post, browser):
    make_comment(post, status=PENDING, author_website="https://ana.example.org")
    assert 'href="https://ana.example.org' not in read_queue(browser)


@pytest.mark.parametrize("status", CommentStatus)
def test_a_card_has_the_buttons_of_its_status(post, browser, status):
    make_comment(post, status=status)
    html = read_queue(browser, status=status)
    assert buttons(html) == [action.label for action in OFFERED[status]]


def following(html, rel):
    """Where the page before or behind this one is; None where there is none."""
    found = re.search(rf'href="([^"]*)" rel="{rel}"', html)
    return found and found[1].replace("&amp;", "&")


def test_the_list_goes_on_after_twenty_five_and_back_again(post, browser):
    waiting = {make_comment(post, status=PENDING).pk for _ in range(28)}
    first = read_queue(browser)
    second = browser.get(following(first, "next")).content.decode()
    assert (len(shown(first)), len(shown(second))) == (25, 3)
    assert {*shown(first), *shown(second)} == waiting
    assert following(first, "prev") is following(second, "next") is None
    assert shown(browser.get(following(second, "prev")).content.decode()) == shown(first)


@pytest.mark.parametrize(("number", "size"), [(25, 25), (50, 50), (100, 60), (7, 25), ("x", 25)])
def test_a_page_is_as_long_as_the_moderator_wants_it_of_three_lengths(post, browser, number, size):
    for _ in range(60):
        make_comment(post, status=PENDING)
    assert len(shown(read_queue(browser, n=number))) == size


@pytest.mark.parametrize(
    "place", ["x", "0", "9.1.1", "-1.1.1.1", "0.1.2", "1" * 101, "0.1.1.9" * 9]
)
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_place_that_is_none_shows_the_first_page(post, browser, name, place):
    comment = make_comment(post, status=PENDING)
    assert shown(read_queue(browser, **{name: place})) == [comment.pk]


def add_decided_replies(post, moderator, number):
    """Waiting replies with a past, so that a card has everything to show."""
    for _ in range(number):
        cluster = Cluster.objects.create(sketch=b"")
        parent = make_comment(post, cluster=cluster)
        comment = make_comment(post, parent=parent, cluster=cluster)
        moderation.hold(comment.pk, make_ruling(comment, moderator))


def queries_of(browser):
    """The list's queries: all of them, and those that ask for comments."""
    with CaptureQueriesContext(connection) as queries:
        read_queue(browser)
    own = [query for query in queries if '"comments_' in query["sql"]]
    return len(queries), len(own)


def test_the_list_asks_the_database_as_often_for_many_as_for_one(post, ana, browser):
    add_decided_replies(post, ana, 1)
    read_queue(browser)  # fills what Wagtail keeps for the whole process
    for_one = queries_of(browser)
    add_decided_replies(post, ana, 19)
    assert len(shown(read_queue(browser))) == 20
    # Our settings; which comments, the urgent ones and the others; the counts of the tabs; the
    # comments with their last events; how many are alike and which of them wait; the rules with
    # their texts; the moderator's own keys and lists. What no comment has costs nothing.
    assert queries_of(browser) == for_one == (for_one[0], 9)


@pytest.mark.parametrize("query", [{}, {"q": "x"}, {"status": "spam"}])
def test_an_empty_list_says_so(newsroom, browser, query):
    assert "queue__empty" in read_queue(browser, **query)


def test_without_the_sidebar_every_screen_leads_to_the_others(post, browser):
    comment = make_comment(post, status=PENDING)
    for html in (read_queue(browser), read_history(browser, comment)):
        places, desk = (
            re.search(rf'<nav class="{name}".*?</nav>', html, re.DOTALL)[0]
            for name in ("queue-places", "desk-places")
        )
        assert f'href="{reverse("wagtailadmin_home")}"' in places
        for name in ("reader_comments:queue", "reader_comments:blocks", "spam_filter:report"):
            assert f'href="{reverse(name)}"' in desk
    assert reverse("reader_comments:history", args=[comment.pk]) in read_queue(browser)
