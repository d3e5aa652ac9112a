"""A real nginx, run on what script/nginx-conf prints."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from operations.nginx.configuration import Front, written
from tests.operations.nginx.upstream import Upstream

PATIENCE_SECONDS = 20.0
# Debian has it where ordinary users do not look.
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
# What takes ten seconds in earnest must not take them here.
HASTE = ("client_header_timeout 10s", "client_header_timeout 1s")


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    headers: http.client.HTTPMessage


@dataclass(frozen=True)
class Door:
    """nginx's, as a reader comes to it. Files below `data` are there to be handed out."""

    port: int
    data: Path
    upstream: Upstream

    def get(self, target: str, *, method: str = "GET", sender: str = "", **headers: str) -> Reply:
        """Headers are named with underscores. `sender` is an address of this machine."""
        source = (sender, 0) if sender else None
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE_SECONDS, source_address=source
        )
        return ask(connection, target, method=method, **headers)


def ask(
    connection: http.client.HTTPConnection, target: str, *, method: str = "GET", **headers: str
) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, target, headers=named)
        answer = connection.getresponse()
        return Reply(answer.status, answer.read(), answer.headers)
    finally:
        connection.close()


@contextmanager
def running(front: Front, *, user: str | None = None) -> Iterator[None]:
    """nginx by a configuration, until the end of the block."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    front.state_dir.mkdir(parents=True, exist_ok=True)
    text = written(front)
    assert HASTE[0] in text
    file = front.data_dir / "nginx.conf"
    file.write_text(text.replace(*HASTE))
    if user:
        shutil.chown(front.state_dir, user)
    with subprocess.Popen(
        [NGINX, "-e", "stderr", "-c", file, "-g", "daemon off;"],
        stderr=subprocess.PIPE,
        user=user,
    ) as process:
        try:
            _wait_until_it_listens(process, front.port)
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


def _wait_until_it_listens(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert process.poll() is None, process.stderr and process.stderr.read().decode()
            assert time.monotonic() < deadline, "nginx does not listen"
            time.sleep(0.01)
        else:
            return


def trusting_nobody() -> ssl.SSLContext:
    """A browser's that takes our certificate, which nobody vouches for."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
