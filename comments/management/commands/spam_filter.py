"""`manage.py spam_filter WHAT`: the filter's report card and its changes, without a browser."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from comments import serving
from comments.learning import dry_run, report_card, versions
from comments.learning.dry_run import Outcome
from comments.learning.report_card import Tally
from comments.learning.trust import Day
from comments.models import SpamFilter, SpamFilterChange, SpamModel
from comments.spam import Terms, Thresholds, model_file, seed
from comments.spam_report.wording import happened, who

SPAN = 100
NOT_YET = "A dry run: nothing was changed. --apply does it."


class NotInDoubt(Exception):
    """That day of that moderator counts already."""


REFUSALS = (
    NotInDoubt,
    versions.VersionUnusable,
    versions.NothingToRollBack,
    versions.ThresholdsRefused,
    versions.TermsRefused,
    model_file.ModelRefused,
    OSError,
    ValueError,  # of lines that are no thresholds, and of a file that is no text
)
Options = Mapping[str, Any]  # what argparse makes of the arguments
Answer = Callable[[Options], Iterator[str]]


class Command(BaseCommand):
    """What the admin's screens of the filter do, by the same functions."""

    help = (
        "Shows how the spam filter is doing, and changes it. thresholds and terms only say what "
        "they would have done to past comments, unless --apply is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One word, and what it needs."""
        chosen = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
        add = _adder(chosen.add_parser)
        add("status", "what is in force, and how it did")
        add("versions", "what was learned")
        add("log", "what was done to the filter, when and by whom")
        add("doubts", "moderators' days that do not count")
        _add_vouch(add("vouch", "let such a day count after all"))
        add("activate", "put a version to work").add_argument("number", type=int)
        add("rollback", "go back to what served before")
        add("pause", "learn nothing")
        add("resume", "learn again")
        add("learn", "learn now, if enough was decided").add_argument(
            "--force", action="store_true"
        )
        _add_thresholds(add("thresholds", "move them; without numbers: as shipped"))
        _add_terms(add("terms", "hold what has one of the terms of a file"))

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Writes lines, or says why nothing was done."""
        try:
            for line in ANSWERS[options["what"]](options):
                self.stdout.write(line)
        except REFUSALS as refused:
            said = f"{type(refused).__name__}: {refused}"
            raise CommandError(f"Nothing was changed. {said}") from refused


def _adder(add_parser: Callable[..., ArgumentParser]) -> Callable[[str, str], ArgumentParser]:
    return lambda name, says: add_parser(name, help=says, description=says)


def _add_vouch(parser: ArgumentParser) -> None:
    parser.add_argument("moderator", type=int, help="the number of the account, 0 when it is gone")
    parser.add_argument("day", type=date.fromisoformat, help="as in 2026-01-31")


def _add_thresholds(parser: ArgumentParser) -> None:
    parser.add_argument("--hold", type=float, metavar="SCORE", help="ask a person from")
    parser.add_argument("--bin", type=float, metavar="SCORE", help="bin from, with a second sign")
    parser.add_argument("--apply", action="store_true")


def _add_terms(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
    parser.add_argument("--drop", action="store_true", help="take the list away")
    parser.add_argument("--apply", action="store_true")


def _status(options: Options) -> Iterator[str]:
    in_force, row = serving.current(), SpamFilter.current()
    lines = in_force.model.thresholds
    yield f"at work: {_named(in_force.model.version)}"
    yield f"thresholds: hold at {lines.hold_at:.1f}, bin at {lines.bin_at:.1f} with a second sign"
    yield f"learning: {'paused' if row.is_learning_paused else 'goes on'}"
    if in_force.is_learning:
        yield f"bins nothing yet: {in_force.labels} decisions"
    yield f"terms: {len(in_force.terms)}"
    whole = report_card.report_card(report_card.last_decided(SPAN)).whole
    if whole:
        yield from _told(f"the last {whole.total} decisions", Outcome(whole.spam, whole.honest))


def _versions(options: Options) -> Iterator[str]:
    serving_id = SpamFilter.current().serving_id
    for each in SpamModel.objects.defer("weights"):
        state = "refused" if each.was_refused else "at work" if each.pk == serving_id else ""
        learned = f"{each.spam_labels} spam, {each.honest_labels} honest"
        told = (str(each.pk), f"{each.created_at:%Y-%m-%d %H:%M}", learned, _measured(each), state)
        yield "  ".join(filter(None, told))


def _measured(version: SpamModel) -> str:
    """What the gate measured: the version that served then, and this one."""
    return " -> ".join(
        f"auc {measured['auc']} held {measured['held_honest']} caught {measured['caught_spam']}"
        for when in ("before", "after")
        if (measured := version.figures.get(when))
    )


def _log(options: Options) -> Iterator[str]:
    for change in SpamFilterChange.objects.select_related("actor")[:SPAN]:
        yield f"{change.at:%Y-%m-%d %H:%M}  {who(change)}: {happened(change)}"


def _doubts(options: Options) -> Iterator[str]:
    for day in report_card.doubted_days():
        yield f"{day.moderator or 0}  {day.on.isoformat()}"


def _vouch(options: Options) -> Iterator[str]:
    day = Day(options["moderator"] or None, options["day"])
    if day not in report_card.doubted_days():
        raise NotInDoubt(f"{options['moderator']} {options['day']}")
    versions.vouch(day.moderator, day.on, actor=None)
    yield "That day counts when the filter learns the next time."


def _activate(options: Options) -> Iterator[str]:
    versions.activate(options["number"], actor=None)
    yield _at_work(options["number"])


def _roll_back(options: Options) -> Iterator[str]:
    yield _at_work(versions.roll_back(actor=None).model_id)
    yield "Learning is paused now; resume it when what went wrong is put right."


def _pause(options: Options) -> Iterator[str]:
    versions.pause(actor=None)
    yield "Learning is paused."


def _resume(options: Options) -> Iterator[str]:
    versions.resume(actor=None)
    yield "Learning goes on."


def _learn(options: Options) -> Iterator[str]:
    from comments.learning import refit  # loads SciPy, which nothing else here needs

    now = timezone.now()
    if not (options["force"] or refit.is_due(SpamFilter.current(), now=now)):
        yield "Not enough was decided since the last time, or learning is paused."
        return
    change = refit.learn(now)
    yield f"version {change.model_id}: {change.kind}" if change else "Nothing was learned."


def _thresholds(options: Options) -> Iterator[str]:
    hold_at, bin_at = options["hold"], options["bin"]
    if (hold_at is None) != (bin_at is None):
        raise versions.ThresholdsRefused("--hold and --bin belong together")
    shipped = seed.load().thresholds
    wanted = shipped if hold_at is None else Thresholds(hold_at, bin_at)
    effect = dry_run.of_thresholds(wanted)
    yield from _told(f"now, of {effect.compared} decided comments", effect.before)
    yield from _told("then", effect.after)
    if options["apply"]:
        versions.move_thresholds(hold_at, bin_at, actor=None)
    yield "Moved." if options["apply"] else NOT_YET


def _terms(options: Options) -> Iterator[str]:
    if options["drop"]:
        versions.drop_terms(actor=None)
        yield "The list is taken away."
        return
    if options["file"] is None:
        raise versions.TermsRefused("a file is needed, or --drop")
    terms = Terms.parse(options["file"].read_text("utf-8-sig").splitlines())
    effect = dry_run.of_terms(terms)
    counts = effect.counts
    yield f"{effect.terms} terms; of the last {effect.compared} comments would newly be held:"
    yield f"  honest {counts.honest}, spam {counts.spam}, nobody decided {counts.undecided}"
    for each in effect.by_term:
        yield f"  {each.term}: {each.honest}, {each.spam}, {each.undecided}"
    if options["apply"]:
        name, lines = options["file"].name, terms.as_text().splitlines()
        versions.load_terms(name, lines, actor=None)
    yield "Loaded." if options["apply"] else NOT_YET


ANSWERS: Mapping[str, Answer] = {
    "status": _status,
    "versions": _versions,
    "log": _log,
    "doubts": _doubts,
    "vouch": _vouch,
    "activate": _activate,
    "rollback": _roll_back,
    "pause": _pause,
    "resume": _resume,
    "learn": _learn,
    "thresholds": _thresholds,
    "terms": _terms,
}


def _at_work(number: int | None) -> str:
    return f"At work: {_named(number)}"


def _named(number: int | None) -> str:
    return f"version {number}" if number else "the filter as shipped"


def _told(what: str, outcome: Outcome) -> Iterator[str]:
    yield f"{what}:"
    yield f"  spam    {_tally(outcome.spam)}"
    yield f"  honest  {_tally(outcome.honest)}"


def _tally(tally: Tally) -> str:
    return f"let pass {tally.passed}, asked {tally.held}, binned {tally.binned}"
