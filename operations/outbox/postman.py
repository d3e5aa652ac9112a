"""The worker's postman: sends what is due, and leaves a failing mail server alone for a while."""

import logging
import threading
import time
from collections.abc import Callable

from operations.outbox.sending import Run, send_due

logger = logging.getLogger(__name__)

SEND_EVERY_SECONDS = 3
# The pause doubles with every run that sent nothing, so that a server that is down for a day costs
# some hundred tries and lines in the log, and mail leaves again soon after it is back.
FIRST_PAUSE_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 300.0


class Postman:
    """Sends on one clock of its own, for a slow mail server must not hold up other jobs."""

    def __init__(
        self, *, until: threading.Event, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """`until` ends a run after the mail in hand; `seconds` is a clock that never goes back."""
        self._until = until
        self._seconds = seconds
        self._pause = 0.0
        self._rests_until = seconds()

    def run(self) -> None:
        """Sends what is due, unless the mail server is being left alone."""
        if self._seconds() < self._rests_until:
            return
        run = send_due(until=self._until)
        self._pause = _next_pause(self._pause, run=run)
        self._rests_until = self._seconds() + self._pause
        if run.problem:
            logger.warning(
                "the mail server is left alone for %.0f seconds: %s", self._pause, run.problem
            )


def _next_pause(last: float, *, run: Run) -> float:
    if not run.problem:
        return 0.0
    doubled = 0.0 if run.sent else last * 2
    return min(max(doubled, FIRST_PAUSE_SECONDS), LONGEST_PAUSE_SECONDS)
