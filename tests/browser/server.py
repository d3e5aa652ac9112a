"""A whole newsroom for the browser: the product's own `serve`, on a data folder of its own."""

import os
import re
import selectors
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.inside import REPOSITORY, Inside
from tests.migrated import NAME, migrated_database
from tests.ports import free_port

START_TIMEOUT_SECONDS = 180
READY = "Ctrl-C stops it."
FIRST_WORDS = "what the first run said.txt"
STOP_TIMEOUT_SECONDS = 20


@dataclass(frozen=True)
class Server:
    """Where it answers, who may sign in, where its rows are, and how to run its commands."""

    url: str
    username: str
    password: str
    environment: dict[str, str]
    database: Path
    inside: Inside

    def run(self, code: str) -> str:
        """What the code prints, inside the newsroom."""
        return self.inside.run(code)

    def manage(self, *arguments: str) -> str:
        """The output of `manage.py ARGUMENTS` in the server's own environment.

        A command that fails fails the test, with all that it said.
        """
        command = [sys.executable, str(REPOSITORY / "manage.py"), *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments[0]} failed:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def let_time_pass(self) -> None:
        """Write into the rows what hours would: no limit is used up, no decision may still change.

        A real server has no clock that a test could turn, and all journeys come from one address.
        """
        with closing(sqlite3.connect(self.database, timeout=START_TIMEOUT_SECONDS)) as rows, rows:
            rows.execute("DELETE FROM operations_limitcounter")
            rows.execute("UPDATE comments_notice SET due_at = created_at WHERE settled_at IS NULL")


@contextmanager
def running_newsroom(
    data_dir: Path, *, founded: Path | None = None, email_url: str = "console://"
) -> Iterator[Server]:
    """A newsroom with the demo in it, until the end of the block.

    It begins as a copy of `founded`, where `found` was at work, or else with its first run.
    """
    if founded:
        shutil.copytree(founded, data_dir, dirs_exist_ok=True)
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "LANGUAGE": "en",
        "TIME_ZONE": "America/New_York",
        "EMAIL_URL": email_url,
    }
    command = [sys.executable, str(REPOSITORY / "manage.py"), "serve"]
    inside = Inside(environment)
    with (
        (data_dir / "server.log").open("wb") as log,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=log, bufsize=0
        ) as process,
    ):
        try:
            said = _wait_until_ready(process)
            if founded:
                said += (founded / FIRST_WORDS).read_text()
            (data_dir / FIRST_WORDS).write_text(said)
            yield Server(
                url=f"http://127.0.0.1:{port}",
                username=re.search(r"User name: (\S+)", said)[1],
                password=re.search(r"Password: (\S+)", said)[1],
                environment=environment,
                database=data_dir / NAME,
                inside=inside,
            )
        finally:
            inside.close()
            process.send_signal(signal.SIGTERM)
            process.wait(STOP_TIMEOUT_SECONDS)


def found(folder: Path) -> None:
    """Let a newsroom have its first run in a data folder, and end it."""
    shutil.copy(migrated_database(), folder / NAME)
    with running_newsroom(folder):
        pass


def _wait_until_ready(process: subprocess.Popen[bytes]) -> str:
    said = ""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while READY not in said:
            if not selector.select(max(0, deadline - time.monotonic())):
                raise TimeoutError(f"the newsroom did not start; it said: {said}")
            line = process.stdout.readline().decode()
            if not line:
                raise RuntimeError(f"the newsroom ended while starting; it said: {said}")
            said += line
    return said
