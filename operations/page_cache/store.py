"""What this process keeps, the most lately asked for; threads share it."""

import threading
from collections import OrderedDict

from operations.page_cache.kept import Kept
from operations.page_cache.key import Key


class Store:
    """Holds at most so many bytes; what was not asked for longest goes first."""

    def __init__(self, *, most_bytes: int) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key, *, number: int, now: float) -> Kept | None:
        """What is kept under the key, if it is still good."""
        kept = self._kept.get(key)
        if kept is None or not kept.is_good(number=number, now=now):
            return None
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
        return kept

    def put(self, key: Key, kept: Kept) -> None:
        """Keep it, unless what is there was made later, or it would take a quarter of all room."""
        if kept.size > self._most // 4:
            return
        with self._lock:
            before = self._kept.get(key)
            if before is not None and before.number > kept.number:
                return
            self._forget(key)
            self._kept[key] = kept
            self._bytes += kept.size
            while self._bytes > self._most:
                self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= gone.size
