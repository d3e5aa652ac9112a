"""One line now and then that says how far an import is."""

from collections.abc import Callable

TERMINAL_SECONDS = 1.0
LOG_SECONDS = 5.0


class Progress:
    """Writes lines, no more often than every `interval` seconds of `clock`."""

    def __init__(
        self, write: Callable[[str], None], *, interval: float, clock: Callable[[], float]
    ) -> None:
        self._write = write
        self._interval = interval
        self._clock = clock
        self._written_at = clock()

    def tell(self, step: str, done: int, total: int) -> None:
        """Say how much of a step is done, if it is time to."""
        now = self._clock()
        if now - self._written_at >= self._interval:
            self._written_at = now
            self._write(f"{step}: {done:,} / {total:,}")
