import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from operations.page_views import is_read_by_a_person

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
CHROME = (
    "Mozilla/5.0 (Linux; Android {model}) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/137.0.0.0 Mobile Safari/537.36"
)
PEOPLE = [
    FIREFOX,
    SAFARI,
    CHROME.format(model="10; K"),
    CHROME.format(model="9; CUBOT_X19"),
    CHROME.format(model="11; CUBOT NOTE 20"),
    "Lynx/2.9.0 libwww-FM/2.14",
]
MACHINES = [
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://o.example)",
    "facebookexternalhit/1.1",
    "WhatsApp/2.23.20.0",
    "python-requests/2.32",
    "curl/8.5.0",
    "Feedly/1.0",
    "Mozilla/5.0 HeadlessChrome/120.0",
    "Mozilla/5.0 (compatible; YandexBot/3.0)",
    "Mastodon/4.3 (http.rb/5.2; +https://m.example/) Bot",
    "AcuBot/1.0",
    "search_bot_2",
    "libwww-perl/6.77",
    "libwww/5.4",
]


def asked(agent=FIREFOX, *, method="get", headers=None, cookie=None):
    request = getattr(RequestFactory(), method)(
        "/", headers={"user-agent": agent} | (headers or {})
    )
    request.COOKIES = {cookie: "x"} if cookie else {}
    return request


def answered(**fields):
    return HttpResponse("", **({"content_type": "text/html; charset=utf-8"} | fields))


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_counted(agent):
    assert is_read_by_a_person(asked(agent), answered())


@pytest.mark.parametrize("agent", MACHINES)
def test_machines_that_name_themselves_are_not(agent):
    assert not is_read_by_a_person(asked(agent), answered())


@pytest.mark.parametrize(
    "answer",
    [{"status": 404}, {"status": 304}, {"content_type": "application/rss+xml"}],
)
def test_only_whole_pages_are_counted(answer):
    assert not is_read_by_a_person(asked(), answered(**answer))


def test_only_what_is_read_is_counted(settings):
    assert not is_read_by_a_person(asked(method="head"), answered())
    assert not is_read_by_a_person(asked(headers={"sec-purpose": "prefetch;prerender"}), answered())
    assert not is_read_by_a_person(asked(cookie=settings.SESSION_COOKIE_NAME), answered())
