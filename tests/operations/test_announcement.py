"""The newsroom is announced once, when it answers, with the password only if there is one."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from operations.announcement import Announcement, Door, announced_lines, front_page_status
from operations.preparation import Credentials

ASKED: list[tuple[str, str]] = []


class _FrontPage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append((self.headers["Host"], self.headers["X-Forwarded-Proto"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    ASKED.clear()
    with HTTPServer(("127.0.0.1", 0), _FrontPage) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def door(port: int = 8000, *, host: str = "127.0.0.1", site_url: str = "") -> Door:
    return Door(host=host, port=port, site_url=urlsplit(site_url or f"http://127.0.0.1:{port}"))


def lines(at: Door, *, credentials: Credentials | None = None, status: int = 200) -> str:
    return "\n".join(announced_lines(at, credentials=credentials, status=status))


def test_front_page_is_asked_for_under_the_newsrooms_own_name(port: int) -> None:
    at = door(port, host="0.0.0.0", site_url="https://news.example.org")
    assert front_page_status(at) == 200
    assert ASKED == [("news.example.org", "https")]


def test_nothing_is_said_before_it_answers() -> None:
    said: list[str] = []
    Announcement(door(1), credentials=None, say=said.append).make_once()
    assert said == []


def test_it_is_announced_once(port: int) -> None:
    said: list[str] = []
    announcement = Announcement(door(port), credentials=None, say=said.append)
    announcement.make_once()
    announcement.make_once()
    assert said.count(f"Newsroom ready at http://127.0.0.1:{port}/") == 1
    assert len(ASKED) == 1


def test_password_is_shown_on_the_first_run_only() -> None:
    assert "abcd-efgh" in lines(door(), credentials=Credentials("admin", "abcd-efgh"))
    assert "Password" not in lines(door())


def test_front_page_that_fails_is_part_of_the_news() -> None:
    assert "fails with status 500" in lines(door(), status=500)
    assert "fails" not in lines(door(), status=404)


def test_who_opens_the_door_to_others_is_told_to_name_the_house() -> None:
    assert "set SITE_URL" in lines(door(host="0.0.0.0"))
    assert "set SITE_URL" not in lines(door())
    named = door(host="0.0.0.0", site_url="https://news.example.org")
    assert "set SITE_URL" not in lines(named)
