"""The staging store: every record of the file on its way through one run, with its outcome.

A temporary SQLite database without a name: it lies on the disk, not in memory, and is gone
with the process however that ends. docs/decisions/0004-import-ledger.md says why it is apart.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

BATCH_RECORDS = 200

_SCHEMA = """
CREATE TABLE staged (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    source_id TEXT NOT NULL,
    said_at TEXT NOT NULL,
    preference TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    standing TEXT NOT NULL,
    belongs_to TEXT NOT NULL,
    answers TEXT NOT NULL,
    payload TEXT NOT NULL,
    rank INTEGER,
    is_double INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT '',
    is_done INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    slug TEXT NOT NULL DEFAULT '',
    target_id INTEGER,
    record_id INTEGER
);
CREATE INDEX by_source_id ON staged (kind, source_id);
CREATE INDEX by_rank ON staged (rank);
CREATE INDEX by_post ON staged (kind, belongs_to);
"""
# Within one time, shorter numbers are smaller ones.
_ORDER = "said_at, length(source_id), source_id, number"
_COLUMNS = (
    "number, kind, source_id, fingerprint, standing, belongs_to, answers, rank, outcome, "
    "message, slug, target_id, record_id"
)


class Outcome(StrEnum):
    """What a run makes of a record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


WRITTEN = (Outcome.CREATED, Outcome.UPDATED)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A record to be staged.

    `said_at` puts it in order, `preference` wins where the file holds it twice, `standing` is its
    status, `belongs_to` its post, `answers` its parent; `outcome` is set where it is known at once.
    """

    kind: str
    source_id: str
    said_at: str = ""
    preference: str = ""
    fingerprint: str = ""
    standing: str = ""
    belongs_to: str = ""
    answers: str = ""
    payload: str = ""
    outcome: str = ""
    message: str = ""


@dataclass(frozen=True)
class Row:
    """A staged record without its words, which `Store.payload` gives."""

    number: int
    kind: str
    source_id: str
    fingerprint: str
    standing: str
    belongs_to: str
    answers: str
    rank: int | None
    outcome: str
    message: str
    slug: str
    target_id: int | None
    record_id: int | None


class Store:
    """Staged records. A context manager: it is gone at the end."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_error: object) -> None:
        self._db.close()

    def clear(self) -> None:
        """Forget everything, because reading begins again."""
        self._db.execute("DELETE FROM staged")

    def add(self, entry: Entry) -> None:
        """Stage a record behind those that are there."""
        values = asdict(entry)
        marks = ", ".join(f":{name}" for name in values)
        self._db.execute(f"INSERT INTO staged ({', '.join(values)}) VALUES ({marks})", values)  # noqa: S608  (names of the dataclass)

    def add_once(self, entry: Entry) -> bool:
        """Stage a record unless one of that kind and number is there; True if it was staged."""
        if self.find(entry.kind, entry.source_id):
            return False
        self.add(entry)
        return True

    def settle_doubles(self) -> list[Row]:
        """Of records that stand in the file twice keep the preferred one; the others are skipped.

        Returns those others. The choice does not depend on their order in the file.
        """
        self._db.execute(
            "UPDATE staged SET is_double = 1, outcome = 'skipped', is_done = 1, "
            "message = 'stands in the file more than once' WHERE number IN (SELECT number FROM ("
            "  SELECT number, row_number() OVER (PARTITION BY kind, source_id "
            "    ORDER BY preference DESC, fingerprint DESC, number) AS place"
            "  FROM staged WHERE source_id != '') WHERE place > 1)"
        )
        return self._select("is_double = 1 ORDER BY number")

    def put_in_order(self) -> None:
        """Rank all records by time and number, whatever their order in the file."""
        self._db.executescript(
            f"CREATE TEMP TABLE ranked AS SELECT number, row_number() OVER (ORDER BY {_ORDER}) AS place FROM staged;"  # noqa: S608, E501  (a constant)
            "CREATE UNIQUE INDEX temp.ranked_number ON ranked (number);"
            "UPDATE staged SET rank = (SELECT place FROM ranked r WHERE r.number = staged.number);"
            "DROP TABLE ranked;"
        )

    def batches(self, kinds: Iterable[str], *, outcomes: Iterable[str]) -> Iterator[list[Row]]:
        """Rows of these kinds and outcomes in order; what is decided meanwhile is seen."""
        kinds, outcomes, last = list(kinds), list(outcomes), 0
        where = (
            f"kind IN ({_marks(kinds)}) AND outcome IN ({_marks(outcomes)}) AND rank > ? "
            f"ORDER BY rank LIMIT {BATCH_RECORDS:d}"
        )
        while rows := self._select(where, [*kinds, *outcomes, last]):
            yield rows
            last = rows[-1].rank or 0

    def find(self, kind: str, source_id: str) -> Row | None:
        """The record of that kind and number; None for an empty number, which names none."""
        if not source_id:
            return None
        rows = self._select("kind = ? AND source_id = ? AND is_double = 0", [kind, source_id])
        return rows[0] if rows else None

    def count(self, kinds: Iterable[str], *, outcomes: Iterable[str]) -> int:
        """How many rows there are of these kinds and outcomes."""
        kinds, outcomes = list(kinds), list(outcomes)
        where = f"kind IN ({_marks(kinds)}) AND outcome IN ({_marks(outcomes)})"
        found = self.select(f"SELECT count(*) FROM staged WHERE {where}", [*kinds, *outcomes])  # noqa: S608  (our conditions)
        return int(found[0][0])

    def count_below(self, kind: str, belongs_to: str) -> int:
        """How many rows of a kind belong to a post or page."""
        return len(
            self._select("kind = ? AND belongs_to = ? AND is_double = 0", [kind, belongs_to])
        )

    def payload(self, row: Row) -> str:
        """The record's JSON."""
        found = self._db.execute("SELECT payload FROM staged WHERE number = ?", [row.number])
        return str(found.fetchone()[0])

    def note(self, row: Row, **values: Any) -> None:  # Any: a column's value
        """Set columns of a row."""
        assignments = ", ".join(f"{name} = :{name}" for name in values)
        self._db.execute(
            f"UPDATE staged SET {assignments} WHERE number = :number",  # noqa: S608  (our columns)
            {**values, "number": row.number},
        )

    def select(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query of our own, for figures."""
        return self._db.execute(sql, values).fetchall()

    def _select(self, where: str, values: Sequence[Any] = ()) -> list[Row]:
        found = self._db.execute(f"SELECT {_COLUMNS} FROM staged WHERE {where}", values)  # noqa: S608  (our conditions)
        return [Row(*values) for values in found]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
