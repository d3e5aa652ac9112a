"""What a limit is, and what it answers."""

from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from typing import Self


class LimiterUnavailable(Exception):
    """Nobody could count. Whoever asked holds what came: never publishes it, never loses it."""


@dataclass(frozen=True)
class Limit:
    """At most so many times in a stretch of time, counted for each key of a scope by itself.

    The stretch begins with the first time and is over for all of them together.
    """

    scope: str  # what is counted, as in "comments of an address"
    key: str = field(repr=False)  # whose; never an address itself, but its key
    times: int
    per: timedelta

    @property
    def name(self) -> str:
        """What its count is kept under; limits of one scope over two stretches have two."""
        return f"{self.scope}:{self.per // timedelta(seconds=1)}:{self.key}"


@dataclass(frozen=True)
class Allowance:
    """Whether it may be done now, and if not, after how many seconds (rounded up)."""

    is_allowed: bool
    retry_after_seconds: int = 0

    @classmethod
    def after(cls, wait: timedelta) -> Self:
        """Allowed if there is nothing to wait for."""
        return cls(is_allowed=not wait, retry_after_seconds=ceil(wait.total_seconds()))
