"""One process tree: starts children, restarts those that may fall over, leaves none behind.

A child that ends is started again after a pause: the pages must not go down with the worker, and a
web server that was killed comes back without a hand. But one that is `essential` and ends at once,
just after it was started, ends the whole newsroom, loudly: it cannot work here, and whoever started
it must see that.
"""

import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from types import FrameType

logger = logging.getLogger(__name__)

STOP_SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
TICK_SECONDS = 0.2
STOP_WITHIN_SECONDS = 10.0
# The pause before a child is started again doubles with every quick death.
FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
STEADY_SECONDS = 60.0  # who lived this long died no quick death
AT_ONCE_SECONDS = 10.0  # who did not live this long has hardly worked
PR_SET_PDEATHSIG = 1  # linux/prctl.h


@dataclass(frozen=True)
class Child:
    """A process to keep: what it is called, what it does, and whether all needs it to begin."""

    name: str
    run: Callable[[], object]
    essential: bool


class Supervisor:
    """Keeps children running until a signal, or until an essential one ends at once."""

    def __init__(self, children: Sequence[Child]) -> None:
        self._keepers = [_Keeper(child) for child in children]
        self._stopping = False

    def run(self, *, on_tick: Callable[[], object]) -> int:
        """Runs them, calling `on_tick` a few times a second; returns the exit status."""
        for number in STOP_SIGNALS:
            signal.signal(number, self._stop)
        try:
            return self._keep_running(on_tick)
        finally:
            stop_all([keeper.process for keeper in self._keepers if keeper.process])

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _keep_running(self, on_tick: Callable[[], object]) -> int:
        while not self._stopping:
            for keeper in self._keepers:
                if keeper.has_ended() and keeper.cannot_work:
                    logger.error("the %s process ended; so does the newsroom", keeper.child.name)
                    return 1
                keeper.start_if_due()
            on_tick()
            wait([k.process.sentinel for k in self._keepers if k.process], timeout=TICK_SECONDS)
        return 0


class _Keeper:
    """One child's process, and when it may be started again."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.process: ForkProcess | None = None
        self.cannot_work = False
        self._has_worked = False
        self._started_at = 0.0
        self._start_at = 0.0
        self._pause = FIRST_PAUSE_SECONDS

    def has_ended(self) -> bool:
        """Whether the process has ended since the last look; plans the next start."""
        if self.process is None or self.process.is_alive():
            return False
        logger.warning("%s ended with status %s", self.child.name, self.process.exitcode)
        lived_seconds = time.monotonic() - self._started_at
        self._has_worked = self._has_worked or lived_seconds >= AT_ONCE_SECONDS
        self.cannot_work = self.child.essential and not self._has_worked
        if lived_seconds > STEADY_SECONDS:
            self._pause = FIRST_PAUSE_SECONDS
        self._start_at = time.monotonic() + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE_SECONDS)
        self.process = None
        return True

    def start_if_due(self) -> None:
        """Starts the process unless it runs, or its pause does."""
        if self.process is None and time.monotonic() >= self._start_at:
            self._started_at = time.monotonic()
            self.process = start(self.child.run)


def start(function: Callable[[], object]) -> ForkProcess:
    """A forked process that runs the function and never outlives this one."""
    process = ForkProcess(target=_in_child, args=(function, os.getpid()))
    # Held back until the child has handlers of its own, so that no signal falls in between.
    held_before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    process.start()
    signal.pthread_sigmask(signal.SIG_SETMASK, held_before)
    return process


def _in_child(function: Callable[[], object], parent: int) -> None:
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    _die_with(parent)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
    function()


def _die_with(parent: int) -> None:
    """On Linux the kernel sends us SIGTERM when the parent is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        sys.exit(1)


def stop_all(processes: Sequence[multiprocessing.process.BaseProcess]) -> None:
    """Asks all to end, and after STOP_WITHIN_SECONDS ends those that still run."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + STOP_WITHIN_SECONDS
    for process in processes:
        process.join(max(0.0, deadline - time.monotonic()))
        if process.is_alive():
            logger.warning("process %s did not stop in time and was killed", process.pid)
            process.kill()
            process.join()
