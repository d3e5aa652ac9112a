"""More comments from one sender in a few minutes than people write."""

from comments import pace
from comments.case import Case
from comments.spam import Evidence, Sign
from operations.limits import LimiterUnavailable


def sends_too_fast(case: Case) -> Evidence | None:
    """Past a sender's first number; also where nobody can count, for then nobody is known."""
    sent = case.submission
    if not sent.sender.key:
        return Evidence(Sign.NOT_COUNTED)
    try:
        hasty = pace.is_hasty(
            sent.sender.key,
            is_known=sent.sender.is_known,
            page_id=sent.page_id,
            slowness=case.rules.slowness,
        )
    except LimiterUnavailable:
        return Evidence(Sign.NOT_COUNTED)
    return Evidence(Sign.HASTE) if hasty else None
