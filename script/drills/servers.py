"""PostgreSQL and a mail server of a drill's own, to be killed and started again."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import psycopg
from surroundings import PATIENCE_SECONDS, ROOT

from tests.migrated import migrated_database
from tests.once import made_once
from tests.smtp_sink import SmtpSink, SunkMail

# As systemd does where a service may fail: try again, after a moment.
RESTART_SECONDS = 0.5
# Small files, so that a small disk is full when it is full.
OPTIONS = ("listen_addresses=", "max_connections=150", "max_wal_size=64MB", "min_wal_size=32MB")
# Of what is made once, and begun anew if it was cut short.
HASTY = ("fsync=off", "synchronous_commit=off")


class PostgreSQL:
    """A server in a folder, reached by a unix socket there; it keeps what it has promised.

    It begins as a copy of the files in `like`, or else as a new one.
    """

    def __init__(
        self, folder: Path, *, like: Path | None = None, options: Sequence[str] = ()
    ) -> None:
        self._folder, self.data = folder, folder / "postgresql"
        self._options = (*OPTIONS, *options)
        self._programs = _programs()
        self.url = f"postgresql://broadside@/postgres?host={folder}"
        shutil.copytree(like, self.data) if like else self.data.mkdir()
        self.data.chmod(0o700)
        if user := _other_user():
            for path in (folder, self.data, *self.data.rglob("*")):
                shutil.chown(path, user, user)
        if not like:
            self._make()
        self.start()

    def _make(self) -> None:
        init = [self._programs / "initdb", "--pgdata", self.data, "--username=broadside"]
        init += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(  # noqa: S603  (Debian's)
            init, check=True, capture_output=True, cwd=self._folder, **_as_other_user()
        )

    def start(self) -> None:
        """Until it answers, again and again while it cannot begin; raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        self._begin()
        while not self._answers():
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(RESTART_SECONDS / 10)
            if self._process.poll() is not None:
                time.sleep(RESTART_SECONDS)
                self._begin()

    def kill(self) -> None:
        """The first process, by kill -9; the others see that and end."""
        self._process.kill()
        self._process.wait()

    def kill_one(self) -> None:
        """Somebody's connection, by kill -9: the server ends all others and recovers."""
        found = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        os.kill(int(found.split()[-1]), signal.SIGKILL)

    def stop(self) -> None:
        """For good, with nothing left to recover."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait()

    @property
    def has_ended(self) -> bool:
        """Whether it gave up by itself."""
        return self._process.poll() is not None

    def _begin(self) -> None:
        command = [self._programs / "postgres", "-D", self.data, "-k", self._folder]
        for option in self._options:
            command += ["-c", option]
        with (self._folder / "postgresql.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603  (Debian's)
                command, stdout=log, stderr=log, cwd=self._folder, **_as_other_user()
            )

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


def migrated_postgresql() -> Path:
    """The files of a server with a migrated database, of which everybody takes a copy.

    Made once, as that of SQLite: migrations take minutes on a busy machine.
    """
    made = migrated_database().parent
    return made_once(made.with_name(f"postgresql-{made.name}"), _migrate) / "postgresql"


def _migrate(into: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        server = PostgreSQL(Path(name), options=HASTY)
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATA_DIR": str(into),
            "DATABASE_URL": server.url,
            "REDIS_URL": "",
        }
        command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity=0"]
        try:
            subprocess.run(command, env=environment, check=True)  # noqa: S603  (our own)
        finally:
            server.stop()
        shutil.copytree(server.data, into / "postgresql")


class MailServer:
    """A sink that goes away and comes back at the same port."""

    def __init__(self) -> None:
        self._sinks: list[SmtpSink] = []
        self.port = 0
        self.start()

    def start(self) -> None:
        """It takes mail again."""
        self._up = ExitStack()
        self._sinks.append(self._up.enter_context(SmtpSink(self.port)))
        self.port = self._sinks[-1].port

    def stop(self) -> None:
        """Nobody listens at its port any more."""
        self._up.close()

    @property
    def mails(self) -> list[SunkMail]:
        """All that it ever took."""
        return [mail for sink in self._sinks for mail in sink.mails]


def _programs() -> Path:
    """Where Debian keeps those of the newest PostgreSQL."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parts[-2])
    )
    return found[-1] if found else Path(shutil.which("initdb") or "initdb").parent


def _other_user() -> str:
    """PostgreSQL refuses to run as root."""
    return "postgres" if os.geteuid() == 0 else ""


def _as_other_user() -> dict[str, object]:
    if not _other_user():
        return {}
    known = pwd.getpwnam("postgres")
    return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": []}
