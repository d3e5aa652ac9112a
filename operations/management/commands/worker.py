"""`manage.py worker`: runs background tasks and keeps the clock until it is told to stop."""

from typing import Any

from django.core.management.base import BaseCommand

from operations import worker


class Command(BaseCommand):
    """Runs the worker in the foreground."""

    help = "Runs background tasks and the clock (scheduled posts and the like) until stopped."

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Returns after SIGTERM or Ctrl-C."""
        worker.run()
