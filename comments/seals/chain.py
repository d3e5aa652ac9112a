"""A seal as text: its first line counts, then a line for each event; and how seals hang together.

    sealed desk 3 to 4, event 1200 to 1204
    desk 4 9f86d0…
    event 1201 60303a…

The first line says of each table how many of its events are sealed so far, and the highest number
among them: so the next seal knows where to go on, and whether an event came in late.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from comments.seals.canonical import Table

HEADING = re.compile(
    r"sealed desk (?P<desk>\d{1,18}) to (?P<desk_top>\d{1,18}), "
    r"event (?P<event>\d{1,18}) to (?P<event_top>\d{1,18})"
)
HEADING_CHARACTERS = 120  # more than the longest can have
LINE = re.compile(r"(?P<table>desk|event) (?P<number>\d{1,18}) (?P<digest>[0-9a-f]{64})")
TABLES: tuple[Table, ...] = ("desk", "event")


class Entry(NamedTuple):
    """One event of a seal."""

    table: Table
    number: int
    digest: str


class Illegible(ValueError):
    """What stands in a seal is not what is ever written there."""


@dataclass(frozen=True)
class Totals:
    """How many events of each table are sealed, and the highest number among them."""

    desk: int = 0
    desk_top: int = 0
    event: int = 0
    event_top: int = 0

    def top(self, table: Table) -> int:
        """The highest number that is sealed of a table; 0 when nothing is."""
        return self.desk_top if table == "desk" else self.event_top

    def count(self, table: Table) -> int:
        """How many of a table are sealed."""
        return self.desk if table == "desk" else self.event

    def and_with(self, entry: Entry) -> "Totals":
        """The same with one more."""
        if entry.table == "desk":
            return replace(self, desk=self.desk + 1, desk_top=max(self.desk_top, entry.number))
        return replace(self, event=self.event + 1, event_top=max(self.event_top, entry.number))


def write(totals: Totals, entries: list[Entry]) -> str:
    """The text of a seal; `totals` count its own entries, too."""
    heading = (
        f"sealed desk {totals.desk} to {totals.desk_top}, "
        f"event {totals.event} to {totals.event_top}"
    )
    return "\n".join([heading, *(f"{e.table} {e.number} {e.digest}" for e in entries)])


def totals_of(text: str) -> Totals:
    """What the first line of a seal says. Raises `Illegible`."""
    found = HEADING.fullmatch(text.partition("\n")[0])
    if not found:
        raise Illegible(text[:HEADING_CHARACTERS])
    return Totals(**{name: int(number) for name, number in found.groupdict().items()})


def entries_of(text: str) -> Iterator[Entry]:
    """The events of a seal. Raises `Illegible`."""
    for line in text.split("\n")[1:]:
        found = LINE.fullmatch(line)
        if not found:
            raise Illegible(line[:HEADING_CHARACTERS])
        table: Table = "desk" if found["table"] == "desk" else "event"
        yield Entry(table, int(found["number"]), found["digest"])


def digest(number: int, *, before: str, entries: str, sealed_at: datetime) -> str:
    """SHA-256 of the whole seal, in hexadecimal: its number, its time, the one before, its text."""
    at = sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(f"{number}\n{at}\n{before}\n{entries}".encode()).hexdigest()
