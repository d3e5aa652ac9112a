"""Of those who ask for the same at once one makes it, and the others wait for that."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from operations.page_cache.key import Key

WAIT_SECONDS = 10.0  # whoever waited so long makes it alone
REMEMBERED = 1_000


class Turns:
    """Locks by key. For what turned out not to be kept nobody waits a second time."""

    def __init__(self) -> None:
        self._locks: dict[Key, tuple[threading.Lock, int]] = {}
        self._never_kept: OrderedDict[Key, None] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def take(self, key: Key) -> Iterator[bool]:
        """Wait for one's turn; gives whether somebody else had one meanwhile."""
        if key in self._never_kept:
            yield False
            return
        own = self._join(key)
        was_free = own.acquire(blocking=False)
        has_turn = was_free or own.acquire(timeout=WAIT_SECONDS)
        try:
            yield not was_free
        finally:
            if has_turn:
                own.release()
            self._leave(key)

    def remember(self, key: Key, *, is_kept: bool, is_found: bool = True) -> None:
        """Whether what is asked for under this key was kept; addresses of nothing are endless."""
        with self._lock:
            self._never_kept.pop(key, None)
            if is_found and not is_kept:
                self._never_kept[key] = None
            if len(self._never_kept) > REMEMBERED:
                self._never_kept.popitem(last=False)

    def _join(self, key: Key) -> threading.Lock:
        with self._lock:
            own, waiting = self._locks.get(key) or (threading.Lock(), 0)
            self._locks[key] = own, waiting + 1
            return own

    def _leave(self, key: Key) -> None:
        with self._lock:
            own, waiting = self._locks[key]
            if waiting == 1:
                del self._locks[key]
            else:
                self._locks[key] = own, waiting - 1
