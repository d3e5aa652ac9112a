from urllib.robotparser import RobotFileParser

import pytest

from home.models import NewsroomSettings
from tests.pages import make_newsroom

pytestmark = pytest.mark.django_db

READERS = ["Googlebot", "Bingbot", "OAI-SearchBot", "ChatGPT-User", "Mozilla/5.0"]


@pytest.fixture(autouse=True)
def newsroom():
    return make_newsroom()


def rules(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


def welcome(newsroom):
    settings = NewsroomSettings.for_site(newsroom.site)
    settings.welcomes_ai_crawlers = True
    settings.save()


@pytest.mark.parametrize("name", READERS)
def test_search_engines_are_welcome(client, name):
    assert rules(client).can_fetch(name, "/news/the-county-votes/")


@pytest.mark.parametrize("name", ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Bytespider"])
def test_who_trains_on_texts_is_welcome_only_if_the_owner_says_so(client, newsroom, name):
    assert not rules(client).can_fetch(name, "/news/the-county-votes/")
    welcome(newsroom)
    assert rules(client).can_fetch(name, "/news/the-county-votes/")


@pytest.mark.parametrize("address", ["/admin/", "/comments/1/form/", "/draft/secret/"])
@pytest.mark.parametrize("name", [*READERS, "GPTBot"])
def test_forms_and_drafts_are_left_alone_by_all(client, newsroom, address, name):
    welcome(newsroom)
    assert not rules(client).can_fetch(name, address)


def test_feeds_of_comments_are_not_forms(client):
    assert "Allow: /comments/feed/" in client.get("/robots.txt").content.decode()


def test_the_list_of_pages_is_named_by_its_whole_address(client):
    assert rules(client).site_maps() == ["http://testserver/sitemap.xml"]
    assert client.get("/sitemap.xml").status_code == 200
