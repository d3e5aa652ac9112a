"""The newsroom of the drill `failures`, and what it leans on: killed, stopped, started again."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tests.browser.server import _wait_until_ready
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60


class Redis:
    """A Redis of the drill's own, to be killed, stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self._command = ["redis-server", "--port", "0", "--unixsocket", str(folder / "redis")]
        self.url = f"unix://{folder / 'redis'}"
        self._socket = folder / "redis"
        self.start()

    def start(self) -> None:
        """Until it listens."""
        self._socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(  # noqa: S603  (our own command)
            [*self._command, "--save", ""], stdout=subprocess.DEVNULL, cwd=self._socket.parent
        )
        wait_for(self._socket.exists)

    def kill(self) -> None:
        """As by kill -9."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """It takes connections and never answers."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """After `stop`."""
        self._process.send_signal(signal.SIGCONT)


def wait_for(is_so: Callable[[], bool]) -> None:
    """Until it is so; raises TimeoutError after a minute."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    started = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(pid) for pid in started.split()]


def worker_of(newsroom: int) -> int:
    """The child that has no children of its own; the web server has some."""
    wait_for(lambda: any(not children(pid) for pid in children(newsroom)))
    return next(pid for pid in children(newsroom) if not children(pid))


def tell_worker(newsroom: int, number: int) -> None:
    """Sends the worker a signal."""
    os.kill(worker_of(newsroom), number)


def stop_at_rest(newsroom: int) -> None:
    """Stops the worker between two transactions.

    One that is stopped within a transaction keeps SQLite's only lock, and nobody can write: then
    readers are told to send again, which tests/abuse/test_faults.py shows.
    """
    while True:
        tell_worker(newsroom, signal.SIGSTOP)
        if not is_locked():
            return
        tell_worker(newsroom, signal.SIGCONT)
        time.sleep(0.1)


def is_locked() -> bool:
    """Whether another process is writing into the database."""
    from django.conf import settings

    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0.1)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        database.rollback()
        return False


@contextmanager
def serving(environment: dict[str, str], *, within: Sequence[str] = ()) -> Iterator[int]:
    """`manage.py serve`, an empty newsroom; yields its process.

    `within` is a command that becomes the one it is given.
    """
    command = [*within, sys.executable, str(ROOT / "manage.py"), "serve", "--no-demo"]
    log = Path(environment["DATA_DIR"]) / "server.log"
    with (
        log.open("wb") as said,
        subprocess.Popen(  # noqa: S603  (as above)
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=said, bufsize=0
        ) as process,
    ):
        try:
            _wait_until_ready(process)
            yield process.pid
        finally:
            for pid in children(process.pid):
                os.kill(pid, signal.SIGCONT)
            process.terminate()
            end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Waits until it has ended; a process that does not hear is not left behind."""
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def environment_of(folder: Path, *, redis_url: str, mail_port: int) -> dict[str, str]:
    """Production's, with the faults of `faulty_newsroom`."""
    port = free_port()
    (folder / "data").mkdir()
    (folder / "fault").write_text("")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "faulty_newsroom",
        "PYTHONPATH": str(ROOT / "script" / "drills"),
        "FAULT_FILE": str(folder / "fault"),
        "DATA_DIR": str(folder / "data"),
        "DATABASE_URL": "",
        "REDIS_URL": redis_url,
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        "EMAIL_FROM": "",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "TRUSTED_PROXIES": "127.0.0.1",
        "LANGUAGE": "en",
        "TIME_ZONE": "UTC",
    }
