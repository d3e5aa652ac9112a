"""Hosts that nobody here has seen in an approved comment."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination

MAX_SHOWN = 5


def links_to_new_hosts(examined: Examination) -> Evidence | None:
    """Evidence of one such host, or of several, which is a sign of its own."""
    hosts = examined.context.new_hosts
    if not hosts:
        return None
    sign = Sign.NEW_HOSTS if len(hosts) > 1 else Sign.NEW_HOST
    return Evidence(sign, ", ".join(hosts[:MAX_SHOWN]))
