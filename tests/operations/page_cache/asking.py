"""Asks the page cache as a web server does, and Django behind it as the cache does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import override_settings

from operations.page_cache import following
from operations.page_cache.front import Environ, PageCache, StartResponse


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Counted:
    """Django's own application, and how often it was asked."""

    asked: list[str] = field(default_factory=list)
    django: WSGIHandler = field(default_factory=WSGIHandler)

    def __call__(self, environ: Environ, start_response: StartResponse) -> object:
        self.asked.append(environ["PATH_INFO"])
        return self.django(environ, start_response)


@dataclass
class Reader:
    """Somebody in front of the page cache; `made` is what Django was asked for."""

    front: PageCache
    counted: Counted

    @property
    def made(self) -> list[str]:
        return self.counted.asked

    def get(self, address: str, *, method: str = "GET", **headers: str) -> Answer:
        return ask(self.front, address, method=method, **headers)

    def get_anew(self, address: str) -> Answer:
        """What Django would make now."""
        return ask(self.counted.django, address)


@contextmanager
def reader_of_the_cache() -> Iterator[Reader]:
    """Connections stay open, for the test's transaction is theirs; writes are followed."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    counted = Counted()
    following.start()
    try:
        with override_settings(PAGE_CACHE_BYTES=10_000_000):
            yield Reader(PageCache(counted), counted)
    finally:
        following.stop()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def ask(application: object, address: str, *, method: str = "GET", **headers: str) -> Answer:
    parts = urlsplit(address)
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    } | headers
    said: list[tuple[str, list[tuple[str, str]]]] = []
    chunks = application(environ, lambda status, headers: said.append((status, headers)))
    body = b"".join(chunks)
    if hasattr(chunks, "close"):
        chunks.close()
    status, given = said[-1]
    return Answer(int(status[:3]), dict(given), body)
