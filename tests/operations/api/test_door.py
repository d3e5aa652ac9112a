import pytest

from tests.api import HERE, ask, refusal
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://map.example.org"
POSTS = f"{HERE}posts/"


def from_elsewhere(client, origin=ELSEWHERE, **more):
    return client.get(POSTS, headers={"origin": origin} | more)


@pytest.fixture(autouse=True)
def post():
    return make_post(make_newsroom())


def test_who_has_these_very_bytes_gets_none(client):
    first = client.get(POSTS)
    again = client.get(POSTS, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_any_change_is_told(client, post):
    tag = client.get(POSTS)["ETag"]
    post.title = "The county has voted"
    post.save()
    assert client.get(POSTS, headers={"if-none-match": tag}).status_code == 200


def test_answers_are_everybodys_and_asked_for_anew_each_time(client):
    assert client.get(POSTS)["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"


def test_the_head_alone_can_be_asked_for(client):
    response = client.head(POSTS)
    assert (response.status_code, response["ETag"]) == (200, client.get(POSTS)["ETag"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["posts/", "", "openapi.json", "nothing"])
def test_nothing_is_written(client, method, address):
    response = getattr(client, method)(f"{HERE}{address}")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json()["title"] == "Method Not Allowed"


@pytest.mark.parametrize(
    "address", ["nothing", "posts", "posts/{}", "posts/1/2", "threads/{}", "campaigns/{}", "xml/é"]
)
def test_where_nothing_is_the_answer_is_no_page(client, post, address):
    nobody = post.pk + 1
    assert refusal(client, address.format(nobody))["status"] == 404


def test_what_makes_no_sense_is_named(client):
    told = refusal(client, "posts/", limit="many")
    assert (told["status"], told["type"]) == (422, "about:blank")
    assert told["errors"][0]["where"].endswith("limit")


def test_by_default_no_page_elsewhere_may_read(client):
    headers = from_elsewhere(client).headers
    assert [name for name in headers if name.startswith("Access-Control")] == []
    assert "Origin" not in headers.get("Vary", "")


def test_pages_that_the_owner_names_may_read(client, settings):
    settings.API_ORIGINS = (ELSEWHERE,)
    named, other = from_elsewhere(client), from_elsewhere(client, "https://example.net")
    assert named["Access-Control-Allow-Origin"] == ELSEWHERE
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Credentials" not in named
    for response in (named, other, client.get(POSTS)):
        assert "Origin" in response["Vary"]


def test_everybodys_may_if_the_owner_says_so(client, settings):
    settings.API_ORIGINS = ("*",)
    response = from_elsewhere(client)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Origin" not in response.get("Vary", "")


def test_a_page_that_may_read_may_ask_with_an_etag(client, settings):
    settings.API_ORIGINS = (ELSEWHERE,)
    told = client.options(POSTS, headers={"origin": ELSEWHERE})
    assert (told.status_code, told["Access-Control-Allow-Headers"]) == (204, "If-None-Match")
    other = client.options(POSTS, headers={"origin": "https://example.net"})
    assert "Access-Control-Allow-Headers" not in other


def test_errors_can_be_read_from_there_too(client, settings):
    settings.API_ORIGINS = (ELSEWHERE,)
    response = client.get(f"{HERE}nothing", headers={"origin": ELSEWHERE})
    assert response["Access-Control-Allow-Origin"] == ELSEWHERE


def test_the_beginning_answers(client):
    assert ask(client)["posts"] == "http://testserver/api/v1/posts/"
