"""The field that people do not see."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.context import SpamContext
from comments.submission import Submission


def filled_honeypot(submission: Submission, context: SpamContext) -> Evidence | None:
    """Evidence when the hidden field was filled in."""
    return Evidence(Sign.HONEYPOT) if submission.is_honeypot_filled else None
