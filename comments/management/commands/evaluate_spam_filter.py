"""How good the filter is on a file of labelled comments."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments.learning import evaluation
from comments.spam import Model, seed


class Command(BaseCommand):
    """`manage.py evaluate_spam_filter FILE.csv [--train FILE.csv ...] [--on-seed] [--json]`."""

    help = (
        "Score labelled comments (CSV with the columns text and label) with the shipped seed; "
        "with --train, with a model made of those files."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, what to train on, and how to print."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--train", type=Path, nargs="+", action="extend", default=[])
        parser.add_argument(
            "--on-seed", action="store_true", help="take --train as a site's decisions"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:  # Any: Django's signature
        """Evaluate and print."""
        try:
            labelled = evaluation.read_labelled(file)
            model = _model(options["train"], on_seed=options["on_seed"])
        except evaluation.UnreadableFile as wrong:
            raise CommandError(str(wrong)) from wrong
        figures = evaluation.evaluate(model, labelled) | {
            "model_bytes": evaluation.model_bytes(model),
            "added_memory_mb": evaluation.added_memory_mb(),
        }
        if options["json"]:
            self.stdout.write(json.dumps(figures))
        else:
            self.stdout.write("\n".join(f"{name:20} {value}" for name, value in figures.items()))


def _model(files: list[Path], *, on_seed: bool) -> Model:
    if not files:
        return seed.load()
    labelled = [evaluation.read_labelled(path) for path in files]
    return (evaluation.model_on_seed if on_seed else evaluation.fresh_model)(labelled)
