"""Whatever stands in an address, the answer is a page or "not found", and never a fault of ours."""

import pytest
from django.test import Client

from tests.pages import Newsroom, make_campaign, make_post

pytestmark = pytest.mark.django_db

LONG, LONGER = 10**18, 10**40  # numbers that no row has, and that no database can hold
PATHS = [
    *(f"/{path}%00/" for path in ("", "news/", "news/topic/", "news/author/x", "comments/feed/")),
    *("/news/topic/%00/feed/", "/%00/calendar.ics", "/news/%00/comments/feed/", "/%00"),
    *("/draft/%00/", "/subscribe/mail/%00/", "/api/v1/nope/%00", "/api/v1/posts/%00"),
    *(f"/p/{number}/" for number in (0, LONG, LONGER, "%D9%A3")),
    *(f"/forms/{number}/thanks/" for number in (0, LONG, LONGER)),
    *(f"/comments/{number}/form/" for number in (LONG, LONGER)),
    *(f"/api/v1/{kind}/{number}" for kind in ("posts", "threads") for number in (0, LONG, LONGER)),
    *("/news/0000/", "/news/1000/12/", "/news/2999/", "/0000/", "/2999/12/", "/news/9999/13/"),
    *("/feed/x/", "/news/feed/x/", "/sitemap-x.xml", "/sitemap-pages.xml?p=-1", "/calendar.ics/"),
    *(f"/events/{8 * '0'}-0000-0000-0000-{12 * '0'}.ics", "/draft/x/", "/subscribe/mail/a:b:c/"),
    *("/media/%2e%2e/%2e%2e/etc/hostname", "/media//etc/hostname", "/media/%00"),
]
ASKED = [
    *("%00", "x", "-1", "0", "1.2.3", "٣", f"{LONG}.1", f"-{LONG}.1", "253402300799999999.1"),
    *("-62135596800000000.999999999999999999", f"{LONGER}", "%F0%9F%98%80", "%ff", "' OR 1=1--"),
]


@pytest.fixture
def client(newsroom: Newsroom) -> Client:
    make_post(newsroom)
    make_campaign(newsroom)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("prefix", ["", "/es"])
@pytest.mark.parametrize("path", PATHS)
def test_what_is_no_address_is_not_found(path: str, prefix: str, client: Client) -> None:
    assert client.get(prefix + path).status_code in (301, 404, 422)


@pytest.mark.parametrize("asked", ASKED)
def test_what_makes_no_sense_is_passed_over(asked: str, client: Client) -> None:
    for path in ("/news/", "/news/2012/", "/campaigns/bus-40/"):
        for key in ("after", "before", "page"):
            assert client.get(f"{path}?{key}={asked}").status_code == 200
    for key in ("q", "page", "year", "topic", "campaign", "author"):
        assert client.get(f"/news/search/?q=county&{key}={asked}").status_code == 200
    assert client.get(f"/subscribe/?campaign={asked}").status_code in (200, 404)
    for key in ("after", "limit", "topic", "author", "campaign", "language"):
        assert client.get(f"/api/v1/posts/?{key}={asked}").status_code in (200, 422)


WORDS = [
    *(
        '"',
        "' OR 1=1",
        "NEAR(a b)",
        "county AND",
        "* ^",
        "col:county",
        "title : x",
        "-",
        ":*",
        "!a",
    ),
    *(
        "county\x00hall",
        "\x00",
        "\u202ecounty",
        "²",
        "½",
        "ﬁ",
        "İ",
        "ß",
        "\U0001d7d8",
        "ก็",
        "٣",
        "county'b",
    ),
    *("\U0001e900\U0001e901", "\U00010d40", "a" * 5_000, "a " * 500, "county\\", "{}", "&", "(((("),
]


@pytest.mark.parametrize("words", WORDS)
def test_no_search_is_an_expression_of_the_database(words: str, client: Client) -> None:
    assert client.get("/news/search/", {"q": words}).status_code == 200
