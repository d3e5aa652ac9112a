"""Counts in the memory of this process, and hands the counts on every few seconds.

No reader waits for that: it is done once an answer has been sent, and when the process ends. What
was counted last waits for the next answer; a process that is killed loses it.
"""

import atexit
import logging
import threading
import time
from collections import Counter
from datetime import date

from django.core.signals import request_finished
from django.db import Error, connection

from operations.page_views.keeping import Counts, add

logger = logging.getLogger(__name__)

EVERY_SECONDS = 10.0
# Pages and days that are remembered while the database does not answer.
REMEMBERED = 10_000


class Buffer:
    """The counts of one process. Threads share it."""

    def __init__(self, *, now: float) -> None:
        """`now` in seconds of a clock that never goes back."""
        self._counts: Counter[tuple[int, date]] = Counter()
        self._lock = threading.Lock()
        self._due_at = now

    def count(self, page_id: int, day: date) -> None:
        """Count one reading."""
        with self._lock:
            if (page_id, day) in self._counts or len(self._counts) < REMEMBERED:
                self._counts[page_id, day] += 1

    def take(self, *, now: float) -> Counts:
        """All counts, which are nobody else's from here on; nothing before it is time."""
        with self._lock:
            if now < self._due_at or not self._counts:
                return {}
            self._due_at = now + EVERY_SECONDS
            return self._take()

    def take_all(self) -> Counts:
        """All counts, whatever the time."""
        with self._lock:
            return self._take()

    def give_back(self, counts: Counts) -> None:
        """Count again what could not be handed on."""
        with self._lock:
            self._counts.update(counts)

    def _take(self) -> Counts:
        counts, self._counts = self._counts, Counter()
        return counts


_BUFFER = Buffer(now=time.monotonic())


def count(page_id: int, day: date) -> None:
    """Count one reading of a page on a day of the newsroom's zone."""
    _BUFFER.count(page_id, day)


def flush() -> None:
    """Hand on all that was counted."""
    _hand_on(_BUFFER.take_all())


def flush_if_due(**_signal: object) -> None:
    """Hand on what was counted, now and then."""
    _hand_on(_BUFFER.take(now=time.monotonic()))


def _hand_on(counts: Counts) -> None:
    """Counting may cost nobody an answer: what goes wrong is noted, and tried again."""
    if not counts:
        return
    try:
        add(counts)
    except Error as problem:
        _BUFFER.give_back(counts)
        logger.warning("%s: page views are not kept yet", type(problem).__name__)


def _flush_at_the_end() -> None:
    flush()
    connection.close()


def start() -> None:
    """Hand on from now on, in every process that answers readers."""
    request_finished.connect(flush_if_due, dispatch_uid="page views")
    atexit.register(_flush_at_the_end)
