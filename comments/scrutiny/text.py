"""Words that could not be turned into HTML."""

from comments.case import Case
from comments.spam import Evidence, Sign


def could_not_be_rendered(case: Case) -> Evidence | None:
    """The page would show them as plain text; a person decides whether that will do."""
    return Evidence(Sign.RENDERING) if case.rendered.is_fallback else None
