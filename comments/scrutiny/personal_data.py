"""What could endanger a person, in the words, in the name or in the link."""

from comments.case import Case
from comments.exposure import exposures
from comments.spam import Evidence, Sign


def may_endanger_somebody(case: Case) -> Evidence | None:
    """Held whatever the rules say; the detail names the kinds, never the data."""
    sent = case.submission
    # What shows is read as well: an entity or emphasis in a number hides it from the source alone.
    texts = {sent.body, case.rendered.words, sent.author_name, sent.author_website}
    kinds = sorted({span.kind for text in texts for span in exposures(text, case.rules.settings)})
    return Evidence(Sign.PERSONAL_DATA, ", ".join(kinds)) if kinds else None
