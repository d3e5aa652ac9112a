"""A place in a list that goes by date, as an address names it: the row that was read last."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WRITTEN = re.compile(r"(-?\d{1,18})\.(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Mark:
    """A row's place: its moment, and its number among those of the same moment."""

    at: datetime
    pk: int

    @classmethod
    def read(cls, written: str) -> Self | None:
        """The place that an address names; nothing if it names none."""
        if not (found := WRITTEN.fullmatch(written)):
            return None
        try:
            return cls(EPOCH + timedelta(microseconds=int(found[1])), int(found[2]))
        except OverflowError:
            return None

    def __str__(self) -> str:
        return f"{(self.at - EPOCH) // timedelta(microseconds=1)}.{self.pk}"
