"""The same again, or nearly, on whatever post and under whatever name."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination

# So many of a kind, binned by people, say what the next one is.
ENOUGH_BINNED = 3


def said_before(examined: Examination) -> Evidence | None:
    """Evidence when something like this was said here, unless people have found it honest.

    By itself it never bins: supporters paste a text honestly.
    """
    alike = examined.context.alike
    if alike.spam >= ENOUGH_BINNED:
        return Evidence(Sign.BINNED_ALIKE, str(alike.spam))
    is_honest = alike.honest and not alike.spam
    return Evidence(Sign.DUPLICATE, str(alike.total)) if alike.total and not is_honest else None
