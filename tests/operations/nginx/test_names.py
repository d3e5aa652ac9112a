"""nginx under the newsroom's own name: certificate, redirect, and other people's names."""

import http.client
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from operations.nginx.configuration import Front
from tests.operations.nginx import server, upstream
from tests.operations.nginx.conftest import fill
from tests.operations.nginx.server import PATIENCE_SECONDS, Door, ask
from tests.ports import free_port

NAME = "news.example.org"


def make_certificate(folder: Path) -> tuple[Path, Path]:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    files = ("-keyout", key, "-out", certificate)
    subprocess.run(
        [program, "req", "-x509", *curve, *files, "-days", "2", "-subj", f"/CN={NAME}"],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Front, upstream.Upstream]]:
    data = fill(tmp_path_factory.mktemp("with a space"))
    certificate, key = make_certificate(data)
    with upstream.running() as newsroom:
        front = Front(
            port=free_port(),
            redirect_from=free_port(),
            upstream=newsroom.place,
            data_dir=data,
            host=NAME,
            certificate=certificate,
            key=key,
            user=data.owner(),
        )
        with server.running(front):
            yield front, newsroom


def secure(port: int, name: str) -> http.client.HTTPConnection:
    """A connection on which `name` is asked for, to this machine."""
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    plain = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    plain.connect()
    connection.sock = server.trusting_nobody().wrap_socket(plain.sock, server_hostname=name)
    return connection


def test_newsroom_hears_that_the_connection_is_secure(
    front: tuple[Front, upstream.Upstream],
) -> None:
    own, newsroom = front
    assert ask(secure(own.port, NAME), "/secure/", Host=f"{NAME}:81").status == 200
    told = newsroom.asked[-1].headers
    assert (told["X-Forwarded-Proto"], told["Host"]) == ("https", NAME)


def test_readers_are_sent_to_the_secure_address(front: tuple[Front, upstream.Upstream]) -> None:
    own, newsroom = front
    reply = Door(own.redirect_from, own.data_dir, newsroom).get("/a/?page=2", Host="other.example")
    assert (reply.status, reply.headers["Location"]) == (301, f"https://{NAME}/a/?page=2")


def test_challenge_of_a_certificate_is_answered_without_one(
    front: tuple[Front, upstream.Upstream],
) -> None:
    own, newsroom = front
    folder = own.state_dir / "acme" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True)
    (folder / "token").write_text("answer")
    door = Door(own.redirect_from, own.data_dir, newsroom)
    assert door.get("/.well-known/acme-challenge/token").body == b"answer"


def test_other_names_are_shown_no_certificate(front: tuple[Front, upstream.Upstream]) -> None:
    own, _newsroom = front
    with pytest.raises(ssl.SSLError):
        secure(own.port, "other.example")


def test_other_names_are_refused_without_a_certificate_too(tmp_path: Path) -> None:
    with upstream.running() as newsroom:
        own = Front(
            port=free_port(),
            upstream=newsroom.place,
            data_dir=fill(tmp_path),
            host=NAME,
            user=tmp_path.owner(),
        )
        with server.running(own):
            door = Door(own.port, tmp_path, newsroom)
            assert door.get("/", Host="other.example").status == 421
            assert door.get("/", Host=f"{NAME.upper()}:81").status == 200
            assert [each.headers["Host"] for each in newsroom.asked] == [NAME]
