"""`manage.py make_comments`: invented comments by the thousand, for drills and benchmarks."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from home.demo.building import is_demo
from home.demo.crowd import Crowd, make_crowd

NOT_A_DEMO = "This newsroom is not a demo; invented comments have no place in it (--force)."


class Command(BaseCommand):
    """Fills posts of its own with comments of invented readers."""

    help = (
        "Fills invented posts with invented comments, for drills and benchmarks. Posts of the "
        "newsroom's own are never touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How many of each, together, spread evenly over the posts."""
        parser.add_argument("--posts", type=int, default=1, metavar="N")
        parser.add_argument("--published", type=int, default=0, metavar="N")
        parser.add_argument("--waiting", type=int, default=0, metavar="N")
        parser.add_argument("--spam", type=int, default=0, metavar="N")
        parser.add_argument(
            "--alike", type=int, default=0, metavar="N", help="so many of the waiting say the same"
        )
        parser.add_argument(
            "--answers", type=int, default=30, metavar="PERCENT", help="how many answer another"
        )
        parser.add_argument("--chain", action="store_true", help="each answers the one before it")
        parser.add_argument("--force", action="store_true", help="on a site that is not a demo too")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Writes one sentence, or says what is wrong with the numbers."""
        if not (is_demo() or options["force"]):
            raise CommandError(NOT_A_DEMO)
        posts = make_crowd(_crowd(options), now=timezone.now())
        told = ", ".join(f"{options[kind]} {kind}" for kind in ("published", "waiting", "spam"))
        self.stdout.write(f"Made comments on {len(posts)} invented posts: {told}.")


def _crowd(options: dict[str, Any]) -> Crowd:  # Any: as above
    numbers = {kind: options[kind] for kind in ("posts", "published", "waiting", "spam", "alike")}
    if min(numbers.values()) < 0 or numbers["posts"] < 1:
        raise CommandError("Numbers of comments are 0 or more, and of posts 1 or more.")
    if numbers["alike"] > numbers["waiting"] or not 0 <= options["answers"] <= 100:  # noqa: PLR2004
        raise CommandError("--alike is a part of --waiting, and --answers is 0 to 100.")
    return Crowd(**numbers, answers=options["answers"] / 100, is_chain=options["chain"])
