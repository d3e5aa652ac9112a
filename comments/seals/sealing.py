"""Sealing what is new in the log; a job of the clock.

The newest minute is left alone: on PostgreSQL a smaller number may be committed after a larger
one. What comes later still is found by counting, and goes into the next seal.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import IntegrityError, transaction
from django.db.models import Min
from django.db.models.functions import Substr
from django.utils import timezone

from comments.models import Seal
from comments.seals.canonical import MODELS, SEALED, Table, digest_of_row
from comments.seals.chain import (
    HEADING_CHARACTERS,
    TABLES,
    Entry,
    Totals,
    digest,
    entries_of,
    totals_of,
    write,
)

EVENTS_IN_A_SEAL = 1_000
HELD_BACK = timedelta(seconds=60)
# Among the events of so many seals late ones are looked for: no act takes as long as they do.
SEALS_LOOKED_BACK = 100
LONGEST_RUN_SECONDS = 20


def newest() -> Seal | None:
    """The seal that holds all others; None before the first."""
    return Seal.objects.defer("entries").order_by("number").last()


def seal() -> int:
    """Seal all that is old enough, for a while; returns how many seals were made."""
    stop_at = time.monotonic() + LONGEST_RUN_SECONDS
    made = 0
    while time.monotonic() < stop_at and seal_one(timezone.now()):
        made += 1
    return made


def seal_one(now: datetime) -> Seal | None:
    """Make the next seal; None when nothing is old enough, or somebody else was faster."""
    try:
        with transaction.atomic():
            return _seal(now)
    except IntegrityError:  # two workers: the number is taken
        return None


def _seal(now: datetime) -> Seal | None:
    before = newest()
    totals = _totals_at(before.number) if before else Totals()
    late = _late(before.number, totals) if before else []
    entries = late[:EVENTS_IN_A_SEAL]
    for table in TABLES:
        entries += islice(_new(table, totals, now), EVENTS_IN_A_SEAL - len(entries))
    if not entries:
        return None
    for entry in entries:
        totals = totals.and_with(entry)
    number, text = (before.number + 1 if before else 1), write(totals, entries)
    digest_before = before.digest if before else ""
    return Seal.objects.create(
        number=number,
        before=digest_before,
        entries=text,
        sealed_at=now,
        digest=digest(number, before=digest_before, entries=text, sealed_at=now),
    )


def _new(table: Table, totals: Totals, now: datetime) -> Iterator[Entry]:
    """What is above all that is sealed and below the first that is too young, in its order."""
    above = MODELS[table]._default_manager.filter(pk__gt=totals.top(table))
    young = above.filter(created_at__gt=now - HELD_BACK, created_at__lte=now)
    first_young = young.aggregate(first=Min("pk"))["first"]
    old = above if first_young is None else above.filter(pk__lt=first_young)
    rows = old.order_by("pk").values(*SEALED[table])[:EVENTS_IN_A_SEAL]
    return (Entry(table, row["id"], digest_of_row(table, row)) for row in rows)


def _late(number: int, totals: Totals) -> list[Entry]:
    """Events whose number is below one that is sealed, and that are in none of the last seals."""
    first = max(number - SEALS_LOOKED_BACK, 0)
    earlier = _totals_at(first) if first else Totals()
    return [entry for table in TABLES for entry in _late_of(table, earlier, totals, first)]


def _late_of(table: Table, earlier: Totals, totals: Totals, first: int) -> list[Entry]:
    between = MODELS[table]._default_manager.filter(
        pk__gt=earlier.top(table), pk__lte=totals.top(table)
    )
    if between.count() <= totals.count(table) - earlier.count(table):
        return []
    texts = Seal.objects.filter(number__gt=first).values_list("entries", flat=True)
    known = {e.number for text in texts.iterator() for e in entries_of(text) if e.table == table}
    rows = between.order_by("pk").values(*SEALED[table]).iterator()
    unknown = (row for row in rows if row["id"] not in known)
    return [
        Entry(table, row["id"], digest_of_row(table, row))
        for row in islice(unknown, EVENTS_IN_A_SEAL)
    ]


def _totals_at(number: int) -> Totals:
    headings = Seal.objects.filter(number=number).values_list(
        Substr("entries", 1, HEADING_CHARACTERS), flat=True
    )
    return totals_of(headings[0])
