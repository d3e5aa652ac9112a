"""Trains the seed model of the spam filter. For developers: the seed is shipped."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from comments.learning import seeding


class Command(BaseCommand):
    """`manage.py train_spam_seed FOLDER`: writes comments/spam/seed/, prints the seed's card."""

    help = "Train the seed model of the spam filter from a folder of labelled comments."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder of collections that comments/learning/seeding.py names."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        """Train, write, print."""
        self.stdout.write(seeding.write_seed(folder))
