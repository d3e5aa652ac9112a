"""How much may be sent: by one sender, and through one form."""

from datetime import timedelta

from comments.outside_text import Asker
from operations import limits

STRETCH = timedelta(minutes=10)
OF_A_SENDER = 10
UNKNOWN_SENDERS = 10  # times as much: all whose address a proxy did not say share one key
OF_A_PAGE = 1_000  # so high that a few senders cannot close it to all others


def take_turn(asker: Asker, page_id: int) -> limits.Allowance | None:
    """Count once, and say whether it may be sent; None when nobody can count."""
    if not asker.key:
        return None
    room = OF_A_SENDER if asker.is_known else OF_A_SENDER * UNKNOWN_SENDERS
    try:
        return limits.take(
            limits.Limit("forms of a sender", asker.key, room, STRETCH),
            limits.Limit("forms of a page", str(page_id), OF_A_PAGE, STRETCH),
        )
    except limits.LimiterUnavailable:
        return None
