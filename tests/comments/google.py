"""A stand-in for the one foreign host: what it says, over real sockets, with real time-outs."""

import http.client
import json
import threading
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.conf import LazySettings
from django_recaptcha import client

PASSED = {"success": True, "hostname": "127.0.0.1"}
SCORED = PASSED | {"action": "comment", "score": 0.9}

Answer = Callable[[BaseHTTPRequestHandler], None]


def says(content: object, *, status: int = 200) -> Answer:
    """An answer with this content: JSON, or bytes as they are."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


class Google:
    """Listens on this machine; `questions` holds the fields of every question asked."""

    def __init__(self) -> None:
        self.questions: list[dict[str, list[str]]] = []
        self.answer: Answer = says(PASSED)
        self.is_over = threading.Event()
        google = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                google.questions.append(parse_qs(self.rfile.read(length).decode()))
                google.answer(self)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        self.is_over.set()
        self.server.shutdown()
        self.server.server_close()

    def hangs(self, handler: BaseHTTPRequestHandler) -> None:
        """Takes the question and never says a word."""
        self.is_over.wait(30)

    def drips(self, handler: BaseHTTPRequestHandler) -> None:
        """A byte now and then, so that no time-out of a socket ever ends it."""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.is_over.wait(0.05):
            handler.wfile.write(b".")

    def way_here(self) -> urllib.request.HTTPSHandler:
        """What leads every question to here, whatever its host is called."""
        port = self.server.server_port

        class Rerouting(urllib.request.HTTPSHandler):
            def https_open(self, request: urllib.request.Request) -> Any:
                assert request.host == "www.google.com"
                request.host = f"127.0.0.1:{port}"
                return self.do_open(http.client.HTTPConnection, request)

        return Rerouting()


def turned_on(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    """The captcha turned on, with a stand-in for its host; the body of a fixture."""
    settings.RECAPTCHA_PUBLIC_KEY, settings.RECAPTCHA_PRIVATE_KEY = "site-key", "secret-key"
    host = Google()
    opener = urllib.request.build_opener(host.way_here())
    monkeypatch.setattr(client, "build_opener", lambda: opener)
    yield host
    host.stop()
