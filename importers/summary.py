"""The report in a few lines, for whoever started the import."""

from django.utils.translation import gettext as _

from importers.report import Report
from importers.store import Outcome

SHOWN_PLACES = 5
# Long, and no reason to do anything.
COUNTED_ONLY = ("redirects_active", "comments_open_by_default")


def summary(report: Report) -> str:
    """Figures of every kind that the file holds, then the first places of each list."""
    lines = [_("Rehearsal: nothing was written.")] if report["dry_run"] else []
    lines += report["warnings"]
    lines += [_figures(kind, f) for kind, f in report["kinds"].items() if f["in_source"]]
    named = {name: report[name] for name in ("unattached", "missing_parents", "repairs")}
    for name, texts in {**named, **report["lists"]}.items():
        lines += _places(name, texts, report["list_counts"].get(name, 0))
    return "\n".join(lines)


def _figures(kind: str, figures: dict[str, int]) -> str:
    outcomes = ", ".join(f"{figures[outcome]} {outcome}" for outcome in Outcome)
    return f"{kind}: {figures['in_source']} ({outcomes})"


def _places(name: str, texts: list[str], count: int) -> list[str]:
    if not count:
        return []
    heading = f"{name.replace('_', ' ')}: {count}"
    if name in COUNTED_ONLY:
        return [heading]
    shown = [f"  {text}" for text in texts[:SHOWN_PLACES]]
    more = [_("  … and more, which the file of --report names")] if count > SHOWN_PLACES else []
    return [heading, *shown, *more]
