"""A number that goes up and down."""

import re
from dataclasses import dataclass

NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Gauge:
    """`name` without our prefix, in small letters and with its unit; `says` is one line."""

    name: str
    says: str
    value: float

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name) or "\n" in self.says or "\\" in self.says:
            raise ValueError(f"{self.name!r} is no gauge that Prometheus could read")
