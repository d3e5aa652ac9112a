import feedparser
import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from comments import moderation
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling
from tests.operations.feeds.rules import check_atom, check_json, check_rss
from tests.pages import make_plain_page, make_post, make_translation

SPELLINGS = [("", check_rss), ("atom/", check_atom), ("json/", check_json)]
OF_POST = "/news/the-county-votes/comments/feed/"


@pytest.mark.parametrize(("ending", "check"), SPELLINGS)
@pytest.mark.parametrize("address", ["/comments/feed/", OF_POST])
def test_comments_have_every_feed(client, post, address, ending, check):
    comment = make_comment(post)
    response = client.get(f"{address}{ending}")
    assert response.status_code == 200
    check(response.content)
    words = response.content.decode()
    assert f"http://testserver/comments/{comment.pk}/" in words
    assert f"http://testserver{address}{ending}" in words


def test_the_addresses_are_those_that_are_promised():
    assert reverse("comments_feeds:edition") == "/comments/feed/"
    assert reverse("comments_feeds:page", args=["news/the-county-votes"]) == OF_POST
    with translation.override("es"):
        assert reverse("comments_feeds:edition_in", args=["atom"]) == "/es/comments/feed/atom/"


def test_each_language_has_its_own(client, newsroom, post):
    spanish = make_post(make_translation(newsroom), title="El condado vota")
    make_comment(post, "I will come.")
    make_comment(spanish, "Yo voy.")
    english, other = client.get("/comments/feed/"), client.get("/es/comments/feed/")
    assert (b"I will come" in english.content, b"Yo voy" in english.content) == (True, False)
    assert (b"I will come" in other.content, b"Yo voy" in other.content) == (False, True)
    of_post = client.get("/es/news/el-condado-vota/comments/feed/")
    assert (of_post.status_code, b"Yo voy" in of_post.content) == (200, True)


def test_a_reader_of_feeds_reads_it(client, post):
    make_comment(post, "I will *come* & sing.")
    read = feedparser.parse(client.get(OF_POST).content)
    assert (read.bozo, read.feed.title) == (False, "Comments on “The county votes” · Broadside")
    assert read.entries[0].content[0].value == "<p>I will <em>come</em> &amp; sing.</p>"
    assert read.entries[0].author == "Ana"


@pytest.mark.parametrize("address", ["/comments/feed/", OF_POST])
def test_a_removal_is_gone_on_the_next_request(client, post, moderator, address):
    comment = make_comment(post, "Cruel words")
    first = client.get(f"{address}atom/")
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    second = client.get(f"{address}atom/", headers={"if-none-match": first["ETag"]})
    assert (b"Cruel" in first.content, b"Cruel" in second.content) == (True, False)
    assert (second.status_code, b"deleted-entry" in second.content) == (200, True)
    assert b"Ana" not in second.content


@pytest.mark.parametrize("state", [s for s in CommentStatus if s != CommentStatus.PUBLISHED])
def test_what_is_held_back_changes_nothing_that_anybody_reads(client, post, state):
    make_comment(post)
    before = client.get(OF_POST)
    make_comment(post, "Secret words", status=state)
    assert client.get(OF_POST).content == before.content


def test_feeds_are_everybodys_and_asked_for_anew_each_time(client, post):
    make_comment(post)
    response = client.get(OF_POST)
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert client.get(OF_POST, headers={"if-none-match": response["ETag"]}).status_code == 304
    assert client.post(OF_POST).status_code == 405


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hidden", [hide, lambda page: page.unpublish()], ids=["private", "draft"])
def test_what_not_everybody_may_read_has_no_feed_and_is_in_none(client, post, hidden):
    make_comment(post, "Secret words")
    hidden(post)
    assert client.get(OF_POST).status_code == 404
    assert b"Secret" not in client.get("/comments/feed/").content


@pytest.mark.parametrize(
    "address",
    [
        "/news/comments/feed/",
        "/news/nothing/comments/feed/",
        "/news/feed/comments/feed/",
        "/comments/feed/xml/",
        f"{OF_POST}xml/",
        "/es/comments/feed/",
    ],
)
def test_where_nobody_comments_there_is_no_feed(client, post, address):
    assert client.get(address).status_code == 404


def test_a_plain_page_has_one_too(client, newsroom):
    make_comment(make_plain_page(newsroom))
    assert client.get("/about/comments/feed/").status_code == 200


@pytest.mark.parametrize("comments", [1, 8])
def test_the_number_of_queries_does_not_grow(client, post, comments, django_assert_num_queries):
    for _ in range(comments):
        make_comment(post)
        make_comment(post, status=CommentStatus.REMOVED)
    client.get("/comments/feed/")
    with django_assert_num_queries(10):
        client.get("/comments/feed/")
