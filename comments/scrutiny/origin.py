"""Comments whose sender's browser did not say which page they were written on."""

from comments.case import Case
from comments.spam import Evidence, Sign


def came_from_nowhere(case: Case) -> Evidence | None:
    """Old browsers and stripped headers: stored, but read by a person first."""
    return None if case.submission.sender.is_origin_proven else Evidence(Sign.ORIGIN)
