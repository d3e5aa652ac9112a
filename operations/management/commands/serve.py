"""`manage.py serve`: prepares the newsroom and runs it; script/server is the way to call it."""

import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection, connections

from operations import preparation, problems, web, worker
from operations.announcement import Announcement, Door
from operations.checks import TAG
from operations.preparation import Credentials
from operations.supervisor import Child, Supervisor


class Command(BaseCommand):
    """Says each step, then the address, and on the first run the password."""

    help = "Prepares the database and the demo on the first run, then serves until stopped."
    requires_system_checks = [TAG]  # script/test runs the others; here they cost a second

    def add_arguments(self, parser: CommandParser) -> None:
        """One choice: a newsroom without the demo's posts and comments."""
        parser.add_argument("--no-demo", action="store_true", help="begin with an empty newsroom")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Serves until stopped, then exits with the supervisor's status."""
        door = Door(host=settings.BIND, port=settings.PORT, site_url=settings.SITE_URL)
        bound = self._bind(door)
        credentials = self._prepare(with_demo=not options["no_demo"])
        web.preload()
        announcement = Announcement(door, credentials=credentials, say=self._say)
        raise SystemExit(Supervisor(_children(bound)).run(on_tick=announcement.make_once))

    def _bind(self, door: Door) -> socket.socket:
        try:
            return web.bind(door.host, port=door.port)
        except OSError as problem:
            words = problems.about_binding(problem, host=door.host, port=door.port)
            raise CommandError(words) from problem

    def _prepare(self, *, with_demo: bool) -> Credentials | None:
        try:
            if connection.vendor == "sqlite":
                preparation.make_private(Path(settings.DATABASES["default"]["NAME"]))
            preparation.migrate(self._say)
            preparation.collect_static(settings.DATA_DIR / "static.stamp", say=self._say)
            preparation.align_site(settings.SITE_URL)
            return preparation.found_newsroom(self._say, with_demo=with_demo)
        except (DatabaseError, OSError) as problem:
            words = problems.about_preparing(problem, data_dir=settings.DATA_DIR)
            raise CommandError(words) from problem
        finally:
            connections.close_all()  # a connection must not be shared with forked processes

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _children(bound: socket.socket) -> list[Child]:
    server = web.WebServer(bound, processes=settings.WEB_PROCESSES, threads=settings.WEB_THREADS)
    return [
        Child("web server", server.run, essential=True),
        Child("worker", worker.run, essential=False),
    ]
