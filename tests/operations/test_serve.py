"""The front door as a visitor and its owner see it: a whole newsroom in processes of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.conf import settings

from tests.ports import free_port

pytestmark = pytest.mark.process

PATIENCE_SECONDS = 120


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """A plain shell's, with a data folder of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        **more,
    }


@contextmanager
def newsroom(data_dir: Path, *, port: int) -> Iterator[str]:
    """Starts `serve`, gives what it said until it was ready, and sees that it stops."""
    with subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", "serve", "--no-demo"],
        env=environment(data_dir, PORT=str(port)),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Ctrl-C"):
                break
        yield "".join(said)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_SECONDS) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


def test_first_start_makes_a_newsroom_and_the_second_finds_it(tmp_path: Path) -> None:
    port = free_port()
    with newsroom(tmp_path / "data", port=port) as said:
        assert f"Newsroom ready at http://127.0.0.1:{port}/" in said
        assert re.search(r"User name: admin\nPassword: [a-z2-9]{4}(-[a-z2-9]{4}){3} ", said)
        with urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert answer.status == 200
            assert "Set-Cookie" not in answer.headers
    assert (tmp_path / "data" / "newsroom.sqlite3").stat().st_mode & 0o077 == 0
    with newsroom(tmp_path / "data", port=port) as said:
        assert "Password" not in said
        assert "Preparing" not in said
        assert "Collecting" not in said


def refused(data_dir: Path, **more: str) -> str:
    """What `serve` says when it cannot begin."""
    ended = subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", "serve"],
        env=environment(data_dir, **more),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    return ended.stderr


def test_port_in_use_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"port {port} is in use" in refused(tmp_path, PORT=str(port))
    assert not (tmp_path / "newsroom.sqlite3").exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SITE_URL", "news.example.org", "https://news.example.org"),
        ("SITE_URL", "https://news.example.org/blog", "without a path"),
        ("PORT", "http", "PORT must be a number"),
        ("DATABASE_URL", "mysql://localhost/news", "postgresql://"),
        ("DATA_DIR", "/dev/null/data", "DATA_DIR"),
        ("TIME_ZONE", "Mars/Olympus", "America/Chicago"),
    ],
)
def test_wrong_setting_is_named_in_one_line(
    tmp_path: Path, name: str, value: str, words: str
) -> None:
    said = refused(tmp_path, **{name: value})
    assert words in said
    assert len(said.splitlines()) == 1
