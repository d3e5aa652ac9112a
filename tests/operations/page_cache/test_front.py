"""What readers get of what is kept, and what is made anew."""

import gzip
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from operations.models import PageViews
from operations.page_cache import changes
from operations.page_views import buffer
from tests.operations.page_cache.asking import Reader
from tests.pages import make_newsroom, make_post


@pytest.fixture
def address(reader: Reader) -> str:
    post = make_post(make_newsroom())
    reader.get_anew(post.url)  # the first page of all makes the rows of settings
    return str(post.url)


def test_a_page_is_made_once(reader: Reader, address: str) -> None:
    first, second = reader.get(address), reader.get(address)
    assert first == second
    assert first.status == 200
    assert reader.made == [address]
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert "Set-Cookie" not in first.headers


def test_what_is_kept_has_all_headers_that_django_gave(reader: Reader, address: str) -> None:
    reader.get(address)
    made = reader.get_anew(address).headers
    of_one_sending = {"Vary", "ETag", "Content-Length"}
    kept = reader.get(address).headers
    assert {name: kept.get(name) for name in made.keys() - of_one_sending} == {
        name: value for name, value in made.items() if name not in of_one_sending
    }
    assert kept["Vary"] == "Accept-Encoding"


def test_it_comes_packed_to_whoever_unpacks(reader: Reader, address: str) -> None:
    plain = reader.get(address)
    packed = reader.get(address, HTTP_ACCEPT_ENCODING="br, gzip")
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["Content-Length"] == str(len(packed.body))
    assert len(packed.body) < len(plain.body) / 2


def test_who_has_it_is_told_so(reader: Reader, address: str) -> None:
    etag = reader.get(address).headers["ETag"]
    same = reader.get(address, HTTP_IF_NONE_MATCH=f'"other", {etag}')
    assert (same.status, same.body) == (304, b"")
    assert same.headers["ETag"] == etag
    assert same.headers["Cache-Control"].startswith("public")
    assert reader.get(address, HTTP_IF_NONE_MATCH='"other"').status == 200


def test_what_django_made_for_somebody_who_had_it_is_whole(reader: Reader, address: str) -> None:
    """A feed answers 304 by itself: that must not be what others get."""
    feed = "/feed/"
    etag = reader.get_anew(feed).headers["ETag"]
    assert reader.get(feed, HTTP_IF_NONE_MATCH=etag).status == 304
    assert reader.get(feed).status == 200


def test_head_has_no_body_and_spoils_nothing(reader: Reader, address: str) -> None:
    assert reader.get(address, method="HEAD").status == 200
    whole = reader.get(address)
    head = reader.get(address, method="HEAD")
    assert whole.body
    assert head.body == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize("behind", ["?x=1", "?utm_source=mail&fbclid=2", "?x=1&x=2#top"])
def test_what_no_view_knows_makes_no_new_page(reader: Reader, address: str, behind: str) -> None:
    plain = reader.get(address)
    assert reader.get(address + behind) == plain
    assert reader.made == [address]


def test_what_a_view_knows_does(reader: Reader, address: str) -> None:
    reader.get(address)
    newest = reader.get(f"{address}?order=newest&x=1")
    assert newest == reader.get(f"{address}?y=2&order=newest")
    assert reader.made == [address, address]


def test_where_nothing_is_found_views_see_the_whole_address(reader: Reader) -> None:
    from wagtail.contrib.redirects.models import Redirect

    make_newsroom()
    Redirect.add_redirect("/old.php?id=12", "/news/")
    answer = reader.get("/old.php?id=12")
    assert (answer.status, answer.headers["Location"]) == (301, "/news/")


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_COOKIE": f"a=b; {settings.SESSION_COOKIE_NAME}=x"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
    ],
)
def test_whoever_may_be_known_gets_nothing_that_is_kept(
    reader: Reader, address: str, headers: dict[str, str]
) -> None:
    for _time in range(2):
        reader.get(address, **headers)
    reader.get(address)
    assert reader.made == [address] * 3


def test_other_cookies_and_headers_change_nothing(reader: Reader, address: str) -> None:
    plain = reader.get(address)
    assert plain == reader.get(
        address,
        HTTP_COOKIE="theme=dark; csrftoken=x",
        HTTP_ACCEPT_LANGUAGE="es",
        HTTP_REFERER="https://example.org/",
        HTTP_X_FORWARDED_FOR="192.0.2.1",
        HTTP_X_FORWARDED_HOST="evil.example",
    )
    assert reader.made == [address]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered_from_what_is_kept(
    reader: Reader, address: str, method: str
) -> None:
    reader.get(address)
    reader.get(address, method=method)
    assert reader.made == [address, address]


@pytest.mark.parametrize("path", ["/nothing-stands-here/", "/comments/1/form/", "/admin/login/"])
def test_what_is_nobodys_or_not_there_is_never_kept(reader: Reader, path: str) -> None:
    make_newsroom()
    for _time in range(2):
        reader.get(path)
    assert reader.made == [path, path]


def test_a_foreign_host_gets_no_page(reader: Reader, address: str) -> None:
    reader.get(address)
    assert reader.get(address, HTTP_HOST="evil.example").status == 400
    assert reader.get(address).status == 200


def test_any_change_makes_it_anew(reader: Reader, address: str) -> None:
    reader.get(address)
    changes.changed()
    reader.get(address)
    assert reader.made == [address, address]


def test_what_was_made_while_something_changed_is_not_handed_out(
    reader: Reader, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    django = reader.counted.django

    def slow(environ, start_response):
        answer = django(environ, start_response)
        changes.changed()
        return answer

    monkeypatch.setattr(reader.counted, "django", slow)
    reader.get(address)
    monkeypatch.setattr(reader.counted, "django", django)
    reader.get(address)
    assert reader.made == [address, address]


def test_after_a_minute_it_is_made_anew(reader: Reader, address: str, clock) -> None:
    reader.get(address)
    clock.shift(timedelta(seconds=59))
    reader.get(address)
    assert reader.made == [address]
    clock.shift(timedelta(seconds=2))
    reader.get(address)
    assert reader.made == [address, address]


def test_without_a_database_django_answers(
    reader: Reader, address: str, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def away() -> int:
        raise OperationalError("the words of a database hold addresses")

    reader.get(address)
    monkeypatch.setattr(changes, "number", away)
    assert reader.get(address).status == 200
    assert reader.made == [address, address]
    assert "OperationalError" in caplog.text
    assert "hold addresses" not in caplog.text


def test_every_reading_counts(reader: Reader, address: str, settings) -> None:
    settings.COUNTS_PAGE_VIEWS = True
    buffer.flush()
    PageViews.objects.all().delete()
    person = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"}
    reader.get(address, HTTP_USER_AGENT="curl/8")
    reader.get(address, **person)
    reader.get(address, HTTP_IF_NONE_MATCH=reader.get(address).headers["ETag"], **person)
    reader.get(address, HTTP_SEC_PURPOSE="prefetch", **person)
    reader.get(address, method="HEAD", **person)
    assert reader.made == [address]
    buffer.flush()
    assert PageViews.objects.get().number == 2


def test_a_condition_keeps_nobody_from_keeping(reader: Reader, address: str) -> None:
    feed = "/feed/"
    first = reader.get(feed, HTTP_IF_NONE_MATCH='"other"')
    second = reader.get(feed, HTTP_IF_NONE_MATCH=first.headers["ETag"].removeprefix("W/"))
    assert (first.status, second.status) == (200, 304)
    assert reader.made == [feed]


def test_whoever_says_where_we_lie_gets_nothing_into_the_links_of_others(
    reader: Reader, address: str
) -> None:
    reader.get(address, SCRIPT_NAME="/evil")
    assert b"/evil/" not in reader.get(address).body


def test_a_feed_is_no_page_that_is_read(reader: Reader, address: str, settings) -> None:
    settings.COUNTS_PAGE_VIEWS = True
    buffer.flush()
    PageViews.objects.all().delete()
    for _time in range(2):
        reader.get("/news/feed/", HTTP_USER_AGENT="NetNewsWire/6.1")
    buffer.flush()
    assert not PageViews.objects.exists()


@pytest.mark.parametrize("accepted", ["gzip;q=0", "br", "identity, gzip; q=0.0", ""])
def test_who_does_not_unpack_gets_it_plain(reader: Reader, address: str, accepted: str) -> None:
    assert "Content-Encoding" not in reader.get(address, HTTP_ACCEPT_ENCODING=accepted).headers


@pytest.mark.parametrize(
    ("path", "method"), [("/healthz", "GET"), ("/admin/", "GET"), ("/", "POST")]
)
def test_of_what_is_never_kept_the_database_is_not_asked(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, path: str, method: str
) -> None:
    asked = []
    monkeypatch.setattr(changes, "number", lambda: asked.append(path))
    reader.get(path, method=method)
    assert asked == []


@pytest.mark.parametrize(("query", "times"), [("page=2", 1), ("x=1", 2)])
def test_what_is_not_there_is_looked_for_again_only_by_the_rest_of_its_address(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, query: str, times: int
) -> None:
    looked = []
    serve = RedirectMiddleware.process_response
    monkeypatch.setattr(
        RedirectMiddleware,
        "process_response",
        lambda *who: looked.append(query) or serve(*who),
    )
    make_newsroom()
    assert reader.get(f"/nothing-stands-here/?{query}").status == 404
    assert len(looked) == times
