"""The field that people do not see."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination


def filled_honeypot(examined: Examination) -> Evidence | None:
    """Evidence when the hidden field was filled in."""
    return Evidence(Sign.HONEYPOT) if examined.submission.is_honeypot_filled else None
