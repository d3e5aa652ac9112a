"""How long the form lay open. Honest, because the form page is made anew for each reader."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination

# Nobody reads a form, types a name and a sentence and sends them in less.
MIN_WRITING_SECONDS = 3


def sent_too_fast(examined: Examination) -> Evidence | None:
    """Evidence when the form was sent faster than a person can write; nobody times an edit."""
    submission = examined.submission
    seconds = submission.writing_time.total_seconds()
    if submission.revises or seconds >= MIN_WRITING_SECONDS:
        return None
    return Evidence(Sign.FORM_AGE, f"{seconds:.1f}")
