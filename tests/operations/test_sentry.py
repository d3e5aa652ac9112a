"""What sentry-sdk really sends: kinds and places, and nothing of anybody."""

import gzip
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

from operations import sentry

SECRETS = (
    "typed", "ana", "example.org", "192.0.2.7", "5f" * 8, "sessionid", "receipt", "before",
    os.uname().nodename, str(settings.BASE_DIR),
)  # fmt: skip


class Sink(ThreadingHTTPServer):
    """A server that keeps what it is sent."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.bodies = []


class Answer(BaseHTTPRequestHandler):
    """As Sentry's own answers."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        is_packed = self.headers.get("Content-Encoding") == "gzip"
        self.server.bodies.append((gzip.decompress(body) if is_packed else body).decode())
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *words):
        """Nothing: the test looks at what was sent."""


@pytest.fixture(scope="module")
def sent():
    """All that a newsroom in which things go wrong sends, as text."""
    with Sink() as sink:
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        ran = subprocess.run(
            [sys.executable, "-m", "tests.operations.sentry_script"],
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "config.settings.test",
                "SENTRY_DSN": f"http://key@127.0.0.1:{sink.server_port}/1",
            },
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )
        sink.shutdown()
    assert "Sentry is attempting" not in ran.stderr
    return sink.bodies


def events(sent):
    """The events among the lines of the envelopes."""
    lines = [json.loads(line) for body in sent for line in body.splitlines() if line]
    return [line for line in lines if "event_id" in line and "level" in line]


def test_an_exception_arrives_with_its_kind_and_places(sent):
    [problem] = [each["exception"]["values"][0] for each in events(sent) if "exception" in each]
    assert problem["type"] == "ValueError"
    assert problem["stacktrace"]["frames"][-1]["function"] == "fail"


def test_a_line_of_the_log_arrives_as_its_place(sent):
    assert [each["message"] for each in events(sent) if "message" in each][-1].startswith(
        "rooms sentry_script:"
    )


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_of_anybody_arrives(sent, secret):
    assert [body for body in sent if secret in body] == []


def test_nothing_else_is_in_what_arrives(sent):
    keys = {key for event in events(sent) for key in event}
    assert keys <= {*sentry.OF_AN_EVENT, "exception", "message"}


def test_whatever_a_later_version_gathers_is_left_out():
    event = {"level": "error", "user": {"id": 1}, "request": {"url": "x"}, "new": "typed",
             "exception": {"values": [{"type": "A", "value": "typed", "stacktrace": {"frames": [
                 {"function": "f", "vars": {"a": "typed"}, "abs_path": "typed"}]}}]}}  # fmt: skip
    assert sentry.stripped(event, {}) == {
        "level": "error",
        "exception": {"values": [{"type": "A", "module": None, "stacktrace": {
            "frames": [{"function": "f"}]}}]},
    }  # fmt: skip


def test_an_event_without_anything_to_tell_tells_nothing():
    assert sentry.stripped({"message": "typed"}, {}) == {}
