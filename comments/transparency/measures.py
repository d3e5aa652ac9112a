"""What the public report counts. An event of the log counts in one measure, and never in two.

So no measure is a part of another, and nothing can be found out by subtracting one from the next.
A classification of a measure says for each of its events which one kind it is of.
"""

from dataclasses import dataclass

from comments.models import ReportReason

RULE = "rule"  # the one classification whose kinds are not known beforehand
SOURCES = ("report", "machine", "moderator")


@dataclass(frozen=True)
class Classification:
    """What distinguishes the events of a measure. Without `kinds`, what the log has counts.

    The last kinds are the first to become part of "other", where that would be too small.
    """

    code: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """Something that is counted, and how it is divided."""

    code: str
    classifications: tuple[Classification, ...] = ()


def _by(code: str, *kinds: str) -> Classification:
    return Classification(code, kinds)


SOURCE = _by("source", *SOURCES)
MEASURES = (
    Measure("posted", (_by("outcome", "published", "held", "spam"),)),
    Measure("approved", (_by("by", "person", "known"),)),
    Measure("overruled", (_by("outcome", "approved", "held"),)),
    Measure("removed", (_by(RULE), SOURCE)),
    Measure("spam", (_by("how", "marked", "confirmed"), SOURCE)),
    Measure("trashed"),
    Measure("held", (_by("by", "person", "reports"),)),
    Measure("kept"),
    Measure("taken_back", (_by("how", "restored", "undone"),)),
    Measure("redacted"),
    Measure("withdrawn"),
    Measure("edits", (_by("outcome", "accepted", "refused"),)),
    Measure("reports", (_by("reason", *ReportReason.values),)),
    Measure("report_outcomes", (_by("outcome", "taken_down", "stays"),)),
    Measure("appeals"),
    Measure(
        "appeal_outcomes",
        (_by("outcome", "upheld", "reversed", "varied"), _by("by", "another", "same")),
    ),
    Measure("bans", (_by("what", "banned", "lifted"),)),
    Measure(
        "authority",
        (
            _by("wanted", "removal", "data", "other"),
            _by("outcome", "complied", "partly", "refused"),
        ),
    ),
    Measure("answers"),
    Measure("imported"),
)
# How long something took: a comment that waited, a report, an appeal.
TIMES = ("decision", "report", "appeal")
