"""`manage.py take_off_second_step NAME`: for whoever lost the phone and the recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import second_step
from accounts.models import User


class Command(BaseCommand):
    """Lets an account in by its password alone again, and ends its sessions."""

    help = "Takes the second step off an account whose phone and recovery codes are lost."

    def add_arguments(self, parser: CommandParser) -> None:
        """The account's user name."""
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Raises CommandError when there is no such account, or nothing to take off."""
        user = User.objects.filter(username=options["name"]).first()
        if user is None:
            raise CommandError(f"nobody here is called {options['name']}")
        if not second_step.is_set_up(user):
            raise CommandError(f"{user} signs in by password alone already")
        second_step.take_off(user)
        self.stdout.write(f"{user} signs in by password alone from now on; all sessions ended.")
