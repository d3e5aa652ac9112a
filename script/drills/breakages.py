"""The faults of the drill `faults`: each happens once in a call, from its beginning to its end."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from newsroom_at_work import Nginx
from servers import MailServer, PostgreSQL
from surroundings import Redis, children, worker_of

from tests.migrated import NAME

AWAY_SECONDS, RESTART_SECONDS, LOCKED_SECONDS = 5.0, 1.0, 10.0
MAIL_AWAY_SECONDS = 20.0
AN_HOUR, NOTHING = "3600", "0"
DISK = "900m"
CHUNK = 64 * 1024


@dataclass
class Place:
    """All that a newsroom leans on; on SQLite there is neither PostgreSQL nor Redis."""

    folder: Path
    mail: MailServer
    newsroom: int = 0
    nginx: Nginx = field(init=False)
    postgresql: PostgreSQL | None = None
    redis: Redis | None = None
    is_small_disk: bool = False

    @property
    def clock(self) -> Path:
        """Where it says how far the newsroom's clock is ahead."""
        return self.folder / "clock"


@dataclass(frozen=True)
class Fault:
    """Its name, how often it happens in a stretch, and what happens, until it is over.

    Returns the moment from which all should be well again; `why_not` says what this machine or
    this database lacks for it.
    """

    name: str
    times: int
    happen: Callable[[Place], float]
    why_not: Callable[[Place], str] = lambda _place: ""


def web_server_of(newsroom: int) -> int:
    """The child that has children of its own."""
    return next(pid for pid in children(newsroom) if children(pid))


def _kill_web_process(place: Place) -> float:
    os.kill(children(web_server_of(place.newsroom))[0], signal.SIGKILL)
    return time.monotonic()


def _kill_web_server(place: Place) -> float:
    os.kill(web_server_of(place.newsroom), signal.SIGKILL)
    return time.monotonic()


def _kill_worker(place: Place) -> float:
    os.kill(worker_of(place.newsroom), signal.SIGKILL)
    return time.monotonic()


def _kill_postgresql(place: Place) -> float:
    place.postgresql.kill()
    time.sleep(RESTART_SECONDS)
    ended = time.monotonic()
    place.postgresql.start()
    return ended


def _kill_connection(place: Place) -> float:
    place.postgresql.kill_one()
    return time.monotonic()


def _kill_redis(place: Place) -> float:
    place.redis.kill()
    time.sleep(AWAY_SECONDS)
    ended = time.monotonic()
    place.redis.start()
    return ended


def _kill_nginx(place: Place) -> float:
    place.nginx.kill()
    time.sleep(RESTART_SECONDS)
    ended = time.monotonic()
    place.nginx.start()
    return ended


def _kill_nginx_process(place: Place) -> float:
    place.nginx.kill_one()
    return time.monotonic()


def _fill_disk(place: Place) -> float:
    """Whatever becomes free is filled again for a while."""
    filler = place.folder / "filler"
    until = time.monotonic() + LOCKED_SECONDS
    with filler.open("ab", buffering=0) as file:
        while time.monotonic() < until:
            try:
                file.write(b"\0" * CHUNK)
            except OSError:
                time.sleep(RESTART_SECONDS / 10)
    filler.unlink()
    ended = time.monotonic()
    if place.postgresql and place.postgresql.has_ended:
        place.postgresql.start()
    return ended


def _lock_database(place: Place) -> float:
    """Somebody else writes, and takes ten seconds."""
    if place.postgresql:
        with psycopg.connect(place.postgresql.url) as other:
            other.execute("LOCK TABLE comments_comment IN ACCESS EXCLUSIVE MODE")
            time.sleep(LOCKED_SECONDS)
            other.rollback()
        return time.monotonic()
    with closing(sqlite3.connect(place.folder / "data" / NAME, timeout=LOCKED_SECONDS)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(LOCKED_SECONDS)
        other.rollback()
    return time.monotonic()


def _turn_clock(place: Place) -> float:
    """An hour ahead, and back again."""
    place.clock.write_text(AN_HOUR)
    time.sleep(LOCKED_SECONDS)
    place.clock.write_text(NOTHING)
    return time.monotonic()


def _stop_mail(place: Place) -> float:
    place.mail.stop()
    time.sleep(MAIL_AWAY_SECONDS)
    place.mail.start()
    return time.monotonic()


def _without_postgresql(place: Place) -> str:
    return "" if place.postgresql else "only with PostgreSQL"


def _without_redis(place: Place) -> str:
    return "" if place.redis else "only with Redis"


def _without_small_disk(place: Place) -> str:
    return "" if place.is_small_disk else "this machine mounts no tmpfs for us"


FAULTS = (
    Fault("none", 1, lambda _place: time.monotonic()),
    Fault("web process", 3, _kill_web_process),
    Fault("web server", 1, _kill_web_server),
    Fault("worker", 3, _kill_worker),
    Fault("PostgreSQL", 1, _kill_postgresql, _without_postgresql),
    Fault("PostgreSQL process", 1, _kill_connection, _without_postgresql),
    Fault("Redis", 1, _kill_redis, _without_redis),
    Fault("nginx", 2, _kill_nginx),
    Fault("nginx process", 3, _kill_nginx_process),
    Fault("disk full", 1, _fill_disk, _without_small_disk),
    Fault("database locked", 1, _lock_database),
    Fault("mail", 1, _stop_mail),
    Fault("clock", 1, _turn_clock),
)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of the drill's own below a folder, where the machine permits that; whether it does."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=711", "broadside", str(folder)]
    done = subprocess.run(mount, check=False, capture_output=True)  # noqa: S603  (Debian's)
    is_mounted = not done.returncode
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)  # noqa: S603, S607
