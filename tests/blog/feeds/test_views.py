import feedparser
import pytest
from django.urls import reverse
from django.utils import translation
from lxml import html as lxml_html

from blog.models import PostPage
from tests.operations.feeds.rules import check_atom, check_json, check_rss
from tests.pages import label, make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    found = make_newsroom()
    make_post(found)
    make_post(make_translation(found), title="El condado vota")
    return found


@pytest.mark.parametrize("prefix", ["", "/es"])
@pytest.mark.parametrize(
    ("ending", "check"), [("", check_rss), ("atom/", check_atom), ("json/", check_json)]
)
def test_every_edition_has_every_feed(newsroom, client, prefix, ending, check):
    response = client.get(f"{prefix}/feed/{ending}")
    assert response.status_code == 200
    check(response.content)
    words = response.content.decode()
    assert ("El condado vota" in words, "The county votes" in words) == (bool(prefix), not prefix)
    assert f"http://testserver{prefix}/feed/{ending}" in words
    assert response["Content-Language"] == (prefix.strip("/") or "en")


def test_the_addresses_are_those_that_are_promised():
    assert reverse("feeds:edition") == "/feed/"
    assert reverse("feeds:edition_in", args=["atom"]) == "/feed/atom/"
    with translation.override("es"):
        assert reverse("feeds:edition_in", args=["json"]) == "/es/feed/json/"


def test_a_reader_of_feeds_reads_it(newsroom, client):
    read = feedparser.parse(client.get("/feed/").content)
    [entry] = read.entries
    assert (read.bozo, entry.title) == (False, "The county votes")
    assert entry.link == "http://testserver/news/the-county-votes/"
    assert "<p>Come and speak.</p>" in entry.content[0].value


@pytest.mark.parametrize("address", ["/feed/xml/", "/feed/atom/x/", "/feeds/"])
def test_a_feed_that_nobody_knows_is_not_there(newsroom, client, address):
    assert client.get(address).status_code == 404


def test_an_edition_that_is_not_there_has_no_feed(client):
    make_newsroom()
    assert client.get("/es/feed/").status_code == 404


def test_it_is_everybodys_and_asked_for_anew_each_time(newsroom, client):
    response = client.get("/feed/")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert not response.cookies
    again = client.get("/feed/", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again["Cache-Control"]) == (304, response["Cache-Control"])


def test_a_post_that_is_withdrawn_is_gone_on_the_next_request(newsroom, client):
    first = client.get("/feed/")
    newsroom.index.get_children().first().unpublish()
    second = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert b"The county votes" not in second.content


def test_a_feed_is_read_and_never_written_to(newsroom, client):
    assert client.post("/feed/").status_code == 405
    assert client.head("/feed/").content == b""


def links(client, address):
    page = lxml_html.fromstring(client.get(address).content)
    found = page.xpath("//link[@rel='alternate'][@type]")
    return {each.get("href"): each.get("type") for each in found}


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_every_page_says_where_the_feeds_of_its_edition_are(newsroom, client, prefix):
    found = links(client, f"{prefix}/")
    assert found == {
        f"{prefix}/feed/": "application/rss+xml",
        f"{prefix}/feed/atom/": "application/atom+xml",
        f"{prefix}/feed/json/": "application/feed+json",
        f"{prefix}/calendar.ics": "text/calendar",
    }
    for address, kind in found.items():
        assert client.get(address)["Content-Type"].startswith(kind)


def test_a_page_says_where_its_own_feeds_are(newsroom, client):
    label(PostPage.objects.get(slug="the-county-votes"), ["Housing"])
    for page, own in (
        ("/news/", "/news/feed/"),
        ("/news/2012/", "/news/feed/"),
        ("/news/topic/housing/", "/news/topic/housing/feed/"),
        ("/news/the-county-votes/", "/news/the-county-votes/comments/feed/"),
    ):
        assert own in links(client, page)
        assert client.get(own).status_code == 200


def test_people_find_the_feed_at_the_foot_of_a_page(newsroom, client):
    page = lxml_html.fromstring(client.get("/es/news/").content)
    assert [link.get("href") for link in page.xpath("//footer//a[@type]")] == ["/es/feed/"]
