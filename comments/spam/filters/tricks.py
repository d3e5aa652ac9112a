"""Ways to hide words from a filter."""

from comments.spam.assessment import Evidence, Sign, Verdict
from comments.spam.examination import Examination

# Of what the steps of reading/ undo; the others are honest more often.
TRICKS = (
    "invisible",
    "compatibility",
    "look_alikes",
    "repaired_addresses",
    "spaced_letters",
    "leet",
    "emphasis",
)


def hides_its_words(examined: Examination) -> Evidence | None:
    """Evidence naming the tricks of doubtful words. It only informs: honest people use some."""
    score = examined.score
    if score is None or score.verdict == Verdict.PUBLISH:
        return None
    found = [trick for trick in TRICKS if score.reading.found[trick]]
    return Evidence(Sign.TRICKS, ", ".join(found)) if found else None
