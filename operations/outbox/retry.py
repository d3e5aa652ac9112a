"""How long a mail waits after a failure, and when to give it up."""

from datetime import timedelta

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
# Nine waits that double come to 8.5 hours, fifteen of six hours to 90: a mail is tried for more
# than four days. RFC 5321, 4.5.4.1 asks for "at least 4-5 days".
MAX_ATTEMPTS = 25
# So that a thousand mails that failed together do not come back together.
JITTER_SHARE = 0.25


def wait_after(attempts: int, *, jitter: float) -> timedelta | None:
    """The wait after so many attempts (1 or more), None when there were enough.

    `jitter` from 0 to 1 lengthens it by up to a quarter; it never shortens it.
    """
    if attempts >= MAX_ATTEMPTS:
        return None
    doubled: timedelta = FIRST_WAIT * 2 ** (attempts - 1)
    return min(doubled, LONGEST_WAIT) * (1 + JITTER_SHARE * jitter)
