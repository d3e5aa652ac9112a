"""Whether the log is as it was sealed: every event and every seal, and nothing between them.

It reads one seal after the other with the rows that stand in its place, so that the longest log
takes no more memory than a short one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.utils import timezone

from accounts.models import User
from comments.models import Seal
from comments.seals.canonical import MODELS, SEALED, Table, digest_of_row
from comments.seals.chain import TABLES, Entry, Illegible, Totals, digest, entries_of, totals_of

SEALED_WITHIN = timedelta(hours=1)  # by the worker, which does it every minute

Row = dict[str, Any]  # Any: columns of every type


class Fault(StrEnum):
    """What is wrong with an event or a seal."""

    EDITED = "is not as it was sealed"
    MISSING = "is missing"
    TWICE = "is sealed twice"
    NOT_SEALED = "is not sealed"
    BELOW_ALL = "has a number that no event is ever given"
    BACKDATED = "was put below what was sealed, long after the time that it gives"
    MAKER = "names no maker, or another than was sealed"
    SEAL_MISSING = "is missing, or was taken out"
    SEAL_BROKEN = "is not as it was made, or does not follow the one before"


@dataclass(frozen=True)
class Problem:
    """Where a fault is: the table, which may be that of the seals, and the row's number."""

    table: str
    number: int
    fault: Fault

    def __str__(self) -> str:
        return f"{self.table} {self.number} {self.fault}"


@dataclass
class Checked:
    """How much was looked at, so far."""

    seals: int = 0
    events: int = 0


def verify(now: datetime | None = None, *, checked: Checked | None = None) -> Iterator[Problem]:
    """Every fault there is, in the order of the seals; `checked` counts on the way."""
    return _Verifier(checked or Checked()).problems(now or timezone.now())


class _Verifier:
    """What one reading of the chain knows on its way."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.totals = Totals()
        # Rows in a place that is sealed, which no seal has named yet: those that came late.
        self.late: dict[Entry, None] = {}
        self.sealed_at: datetime | None = None  # the seal before the one that is read
        self.users = set(User.objects.values_list("pk", flat=True))

    def problems(self, now: datetime) -> Iterator[Problem]:
        before = ""
        expected = 1
        for table in TABLES:
            yield from _below(table)
        for seal in Seal.objects.order_by("number").iterator(chunk_size=10):
            for number in range(expected, seal.number):
                yield Problem("seal", number, Fault.SEAL_MISSING)
            yield from self._seal(seal, before)
            before, expected, self.sealed_at = seal.digest, seal.number + 1, seal.sealed_at
            self.checked.seals += 1
        for entry in self.late:
            yield Problem(entry.table, entry.number, Fault.NOT_SEALED)
        for table in TABLES:
            yield from self._above(table, now)

    def _seal(self, seal: Seal, before: str) -> Iterator[Problem]:
        try:
            entries = list(entries_of(seal.entries))
            said = totals_of(seal.entries)
        except Illegible:
            yield Problem("seal", seal.number, Fault.SEAL_BROKEN)
            return
        for table in TABLES:
            yield from self._entries(table, [e for e in entries if e.table == table])
        for entry in entries:
            self.totals = self.totals.and_with(entry)
        if seal.before != before or _digest(seal) != seal.digest or said != self.totals:
            yield Problem("seal", seal.number, Fault.SEAL_BROKEN)
            self.totals = said  # or one broken seal would be told of in all that follow
        self.checked.events += len(entries)

    def _entries(self, table: Table, entries: list[Entry]) -> Iterator[Problem]:
        """The entries of one table beside the rows that stand where they stood."""
        top = self.totals.top(table)
        wanted = {entry.number: entry for entry in entries if entry.number > top}
        for row in _rows(table, top, max(wanted, default=top)):
            if (entry := wanted.pop(row["id"], None)) is None:
                self.late[_entry(table, row)] = None
            else:
                yield from self._row(entry, row)
        for number in wanted:
            yield Problem(table, number, Fault.MISSING)
        for entry in entries:
            if entry.number <= top:
                yield from self._late(entry)

    def _late(self, entry: Entry) -> Iterator[Problem]:
        row = MODELS[entry.table]._default_manager.filter(pk=entry.number)
        found = row.values(*SEALED[entry.table], "actor_id").first()
        if found is None:
            yield Problem(entry.table, entry.number, Fault.MISSING)
        elif self.late.pop(_entry(entry.table, found), entry) is not None:
            yield Problem(entry.table, entry.number, Fault.TWICE)
        else:
            yield from self._row(entry, found)
            if self._is_backdated(found):
                yield Problem(entry.table, entry.number, Fault.BACKDATED)

    def _is_backdated(self, row: Row) -> bool:
        """Whether what came late gives a time when no act that was still under way had begun."""
        return self.sealed_at is not None and row["created_at"] < self.sealed_at - SEALED_WITHIN

    def _row(self, entry: Entry, row: Row) -> Iterator[Problem]:
        if digest_of_row(entry.table, row) != entry.digest:
            yield Problem(entry.table, entry.number, Fault.EDITED)
        if row["actor_id"] != row["actor_number"] and not self._is_gone(row):
            yield Problem(entry.table, entry.number, Fault.MAKER)

    def _is_gone(self, row: Row) -> bool:
        """Whether the account of the maker was deleted: then its number alone is left."""
        return row["actor_id"] is None and row["actor_number"] not in self.users

    def _above(self, table: Table, now: datetime) -> Iterator[Problem]:
        """Events that should be sealed by now."""
        above = MODELS[table]._default_manager.filter(pk__gt=self.totals.top(table))
        old = above.filter(created_at__lte=now - SEALED_WITHIN).order_by("pk")
        for number in old.values_list("pk", flat=True).iterator():
            yield Problem(table, number, Fault.NOT_SEALED)


def _below(table: Table) -> Iterator[Problem]:
    """Rows below the first number, where no seal looks."""
    below = MODELS[table]._default_manager.filter(pk__lte=0).order_by("pk")
    for number in below.values_list("pk", flat=True).iterator():
        yield Problem(table, number, Fault.BELOW_ALL)


def _rows(table: Table, above: int, to: int) -> Iterator[Row]:
    rows = MODELS[table]._default_manager.filter(pk__gt=above, pk__lte=to).order_by("pk")
    found: Iterator[Row] = rows.values(*SEALED[table], "actor_id").iterator()
    return found


def _entry(table: Table, row: Row) -> Entry:
    return Entry(table, row["id"], digest_of_row(table, row))


def _digest(seal: Seal) -> str:
    return digest(seal.number, before=seal.before, entries=seal.entries, sealed_at=seal.sealed_at)
