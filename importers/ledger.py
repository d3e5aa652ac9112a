"""Reading and writing the ledger of one old blog."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model

from importers.models import ImportRecord, ImportRun, RecordKind, RecordState
from importers.store import Row

Key = tuple[str, str]


class Ledger:
    """What earlier imports of this blog took over; `run` is None in a rehearsal."""

    def __init__(self, source: str, run: ImportRun | None) -> None:
        self._source = source
        self._run = run

    def records(self, rows: Iterable[Row]) -> Mapping[Key, ImportRecord]:
        """The records of these rows, by kind and number."""
        rows = list(rows)
        found = ImportRecord.objects.filter(
            source=self._source,
            kind__in={row.kind for row in rows},
            source_id__in=[row.source_id for row in rows],
        )
        return {(record.kind, record.source_id): record for record in found}

    def target_id(self, kinds: Iterable[str], source_id: str) -> int | None:
        """The row that a record of one of these kinds became, if it is still here."""
        records = ImportRecord.objects.filter(
            source=self._source, kind__in=list(kinds), source_id=source_id, target_id__isnull=False
        )
        for target_type, target_id in records.values_list("target_type", "target_id"):
            if apps.get_model(target_type)._default_manager.filter(pk=target_id).exists():
                return target_id
        return None

    def targets(self, kind: RecordKind) -> set[int]:
        """The rows here that records of a kind became."""
        taken = ImportRecord.objects.filter(source=self._source, kind=kind)
        return {number for number in taken.values_list("target_id", flat=True) if number}

    def write(
        self, row: Row, *, state: RecordState, target: Model | None = None, **fields: Any
    ) -> int:  # Any: values of the record's other fields
        """Note what became of a row; returns the record's number."""
        assert self._run is not None  # noqa: S101  (for the type checker: rehearsals do not write)
        values = {
            "content_hash": row.fingerprint,
            "state": state,
            "target_type": target._meta.label_lower if target else "",
            "target_id": target.pk if target else None,
            "kept": None,
            "last_run": self._run,
            **fields,
        }
        if row.record_id is not None:
            ImportRecord.objects.filter(pk=row.record_id).update(**values)
            return row.record_id
        record = ImportRecord.objects.create(
            source=self._source,
            kind=row.kind,
            source_id=row.source_id,
            first_run=self._run,
            **values,
        )
        return int(record.pk)

    def mark_deleted(self, rows: Iterable[Row]) -> None:
        """Note that what these records became was deleted here."""
        for record in self.records(rows).values():
            ImportRecord.objects.filter(pk=record.pk).update(state=RecordState.DELETED_HERE)
