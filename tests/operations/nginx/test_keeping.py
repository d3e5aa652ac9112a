"""What nginx keeps of the newsroom's answers, for whom, and for how long."""

import gzip
import http.client
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.operations.nginx.server import PATIENCE_SECONDS, Door
from tests.operations.nginx.upstream import THIS_SECOND, Answer

PRIVATE = "private, no-store"
# nginx's own second may be a moment behind that of this process.
MOMENT_SECONDS = 0.15


def begin_a_second() -> None:
    """Waits for the beginning of one; nginx knows no parts of seconds."""
    time.sleep(1 - time.time() % 1 + 0.01)


def test_kept_page_is_answered_without_the_newsroom(door: Door) -> None:
    answers = {door.get("/kept/").body for _ in range(20)}
    assert (answers, door.upstream.targets("/kept/")) == ({b"words"}, ["/kept/"])


def test_removal_is_gone_within_a_second(door: Door) -> None:
    door.upstream.tell("/removed/", Answer(b"the comment", good_for=THIS_SECOND))
    begin_a_second()
    assert door.get("/removed/").body == b"the comment"
    door.upstream.change("/removed/", b"a tombstone")
    removed_at = asked_at = time.time()
    while door.get("/removed/").body == b"the comment":
        assert asked_at - removed_at < 1 + MOMENT_SECONDS
        asked_at = time.time()
    assert len(door.upstream.targets("/removed/")) == 2


def test_nobody_sees_what_was_long_ago_beside_the_first_who_asks_again(door: Door) -> None:
    door.upstream.tell("/quiet/", Answer(b"the comment", good_for=THIS_SECOND))
    door.get("/quiet/")
    begin_a_second()
    begin_a_second()
    door.upstream.tell("/quiet/", Answer(b"a tombstone", good_for=THIS_SECOND, seconds=0.2))
    with ThreadPoolExecutor(8) as readers:
        seen = {reply.body for reply in readers.map(door.get, ["/quiet/"] * 8)}
    assert seen == {b"a tombstone"}


def test_many_who_come_at_once_to_a_new_page_ask_for_it_once(door: Door) -> None:
    door.upstream.tell("/new/", Answer(seconds=0.1))
    with ThreadPoolExecutor(8) as readers:
        seen = {reply.status for reply in readers.map(door.get, ["/new/"] * 8)}
    asked = len(door.upstream.targets("/new/"))
    # A machine that stands still for longer than they wait lets one more through.
    assert seen == {200}
    assert 1 <= asked <= 2


def test_unknown_keys_of_a_query_are_one_page(door: Door) -> None:
    for number in range(20):
        door.get(f"/busted/?x={number}&utm_source=mail")
    assert len(door.upstream.targets("/busted/")) == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("page=2", "page=2"),
        ("comments=3&order=newest", "comments=3&order=newest"),
        ("asked", "asked"),
        ("topic=1&topic=2", "topic=1&topic=2"),
        ("fbclid=x&page=2", "page=2&"),
        ("page=2&order=oldest&utm_source=x", "order=oldest&page=2&"),
        ("q=caf%C3%A9%20%26+x&xq=1", "q=caf%C3%A9%20%26+x&"),
        ("xpage=2", ""),
        ("page[]=2", ""),
    ],
)
def test_known_keys_of_a_query_arrive_as_they_were_typed(door: Door, asked: str, told: str) -> None:
    path = f"/query/{abs(hash(asked))}/"
    door.get(f"{path}?{asked}")
    [target] = door.upstream.targets(path)
    assert target.partition("?")[2] == told


def test_pages_of_a_list_are_kept_apart(door: Door) -> None:
    for page in "12":
        door.upstream.tell(f"/list/?page={page}", Answer(page.encode()))
    assert [door.get(f"/list/?page={page}").body for page in "1212"] == [b"1", b"2"] * 2
    assert len(door.upstream.targets("/list/")) == 2


def test_what_is_asked_for_twice_is_kept_under_what_the_newsroom_is_asked(door: Door) -> None:
    """Or somebody could have the second page kept under the first one's name."""
    door.get("/twice/?page=1&page=2")
    door.get("/twice/?page=1")
    assert len(door.upstream.targets("/twice/")) == 2


def test_address_of_an_old_site_is_asked_for_with_its_whole_query(door: Door) -> None:
    door.upstream.tell("/index.php", Answer(status=404, cache_control=PRIVATE, good_for=""))
    moved = Answer(status=301, headers={"Location": "/post/"}, cache_control=PRIVATE, good_for="")
    door.upstream.tell("/index.php?article=7", moved)
    assert door.get("/index.php?article=7").headers["Location"] == "/post/"
    assert door.get("/index.php?article=8").status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "sessionid=abc"},
        {"Cookie": "theme=dark; __Host-sessionid=abc"},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "0"},
    ],
)
def test_staff_neither_gets_nor_leaves_what_is_kept(door: Door, headers: dict[str, str]) -> None:
    path = f"/staff/{abs(hash(str(headers)))}/"
    door.get(path)
    for _ in range(2):
        door.get(path, **headers)
    assert len(door.upstream.targets(path)) == 3
    [(name, value)] = headers.items()
    assert door.upstream.asked[-1].headers[name] == value


def test_cookies_of_readers_do_not_reach_what_is_kept_for_all(door: Door) -> None:
    door.get("/cookies/", Cookie="theme=dark")
    door.get("/cookies/", Cookie="theme=light")
    [asked] = [each for each in door.upstream.asked if each.target == "/cookies/"]
    assert asked.headers["Cookie"] is None


@pytest.mark.parametrize(
    "answer",
    [
        Answer(headers={"Set-Cookie": "sessionid=abc"}),
        Answer(cache_control=PRIVATE, good_for=""),
        Answer(cache_control="public, max-age=0, must-revalidate", good_for=""),
        Answer(status=404, cache_control=PRIVATE, good_for=""),
    ],
)
def test_what_is_one_readers_is_never_kept(door: Door, answer: Answer) -> None:
    path = f"/own/{abs(hash(str(answer)))}/"
    door.upstream.tell(path, answer)
    assert [door.get(path).status for _ in range(3)] == [answer.status] * 3
    assert len(door.upstream.targets(path)) == 3


def test_what_is_sent_is_never_kept(door: Door) -> None:
    for _ in range(3):
        door.get("/sent/", method="POST")
    assert len(door.upstream.targets("/sent/")) == 3


@pytest.mark.parametrize("path", ["/admin/pages/", "/documents/1/plan.pdf", "/comments/7/form/"])
def test_pages_of_one_person_are_never_kept(door: Door, path: str) -> None:
    for _ in range(3):
        door.get(path, Cookie="theme=dark; csrftoken=x")
    asked = [each for each in door.upstream.asked if each.target == path]
    assert len(asked) == 3
    is_readers = path.startswith("/comments/")
    assert asked[0].headers["Cookie"] == (
        "csrftoken=x" if is_readers else "theme=dark; csrftoken=x"
    )


def test_head_is_answered_from_what_get_left(door: Door) -> None:
    door.get("/head/")
    reply = door.get("/head/", method="HEAD")
    assert (reply.status, reply.body, len(door.upstream.targets("/head/"))) == (200, b"", 1)


def test_who_has_the_page_is_told_so(door: Door) -> None:
    etag = door.get("/same/").headers["ETag"]
    reply = door.get("/same/", If_None_Match=etag)
    assert (reply.status, reply.body) == (304, b"")


def test_newsroom_is_asked_whether_the_page_is_still_the_same(door: Door) -> None:
    door.upstream.tell("/still/", Answer(good_for=THIS_SECOND))
    etag = door.get("/still/").headers["ETag"]
    begin_a_second()
    assert door.get("/still/").body == b"words"
    last = [each for each in door.upstream.asked if each.target == "/still/"][-1]
    assert last.headers["If-None-Match"] == etag


@pytest.mark.parametrize(
    ("accepts", "asks"),
    [
        ("gzip, deflate, br, zstd", "gzip"),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0, identity", None),
        ("br", None),
        ("identity", None),
    ],
)
def test_newsroom_is_asked_for_packed_or_plain(door: Door, accepts: str, asks: str | None) -> None:
    door.get(f"/packed/?q={abs(hash(accepts))}", Accept_Encoding=accepts)
    assert door.upstream.asked[-1].headers["Accept-Encoding"] == asks


def test_packed_and_plain_are_kept_apart(door: Door) -> None:
    door.upstream.tell("/both/", Answer(gzip.compress(b"w"), headers={"Content-Encoding": "gzip"}))
    assert door.get("/both/", Accept_Encoding="gzip, br").headers["Content-Encoding"] == "gzip"
    door.upstream.tell("/both/", Answer(b"w"))
    assert door.get("/both/", Accept_Encoding="identity").body == b"w"
    assert gzip.decompress(door.get("/both/", Accept_Encoding="br, gzip").body) == b"w"
    assert len(door.upstream.targets("/both/")) == 2


def test_pages_of_other_sites_get_answers_of_their_own_from_the_api_alone(door: Door) -> None:
    for path in ("/api/v1/posts", "/plain/"):
        for origin in ("https://a.example", "https://b.example", "https://a.example"):
            door.get(path, Origin=origin)
    assert len(door.upstream.targets("/api/v1/posts")) == 2
    assert len(door.upstream.targets("/plain/")) == 1


def test_answers_of_unknown_length_do_not_wait(door: Door) -> None:
    door.upstream.tell("/chunks/", Answer(b"x" * 30_000, is_chunked=True))
    connection = http.client.HTTPConnection("127.0.0.1", door.port, timeout=PATIENCE_SECONDS)
    took = []
    for _ in range(20):
        began = time.perf_counter()
        connection.request("GET", "/chunks/")
        assert len(connection.getresponse().read()) == 30_000
        took.append(time.perf_counter() - began)
    connection.close()
    assert sorted(took)[10] < 0.03


def test_newsroom_hears_who_asks_and_how(door: Door) -> None:
    door.get("/told/", X_Forwarded_For="203.0.113.9", Host="news.example.org:81")
    told = [each for each in door.upstream.asked if each.target == "/told/"][-1].headers
    assert told["X-Forwarded-For"] == "203.0.113.9, 127.0.0.1"
    assert (told["X-Forwarded-Proto"], told["Host"]) == ("http", "news.example.org:81")
