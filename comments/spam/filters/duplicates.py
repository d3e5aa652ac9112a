"""The same words again."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.context import SpamContext
from comments.submission import Submission


def repeated_text(submission: Submission, context: SpamContext) -> Evidence | None:
    """Evidence when exactly this was said here before. It never bins: supporters copy honestly."""
    return Evidence(Sign.DUPLICATE, str(context.copies)) if context.copies else None
