"""The owner's own list."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination
from comments.spam.reading import read


def listed_terms(examined: Examination) -> Evidence | None:
    """Evidence naming the terms of the owner's list that occur; it holds and never bins."""
    submission, context = examined.submission, examined.context
    if not context.terms:
        return None
    text = read(submission.body).text
    found = context.terms.found_in(submission.author_name, text, context.hosts)
    return Evidence(Sign.TERMS, ", ".join(found)) if found else None
