"""The report as JSON and as CSV: the same bytes for the same log.

docs/transparency.md says what each field means.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from comments.states import Reason
from comments.transparency.measures import MEASURES, RULE
from comments.transparency.publication import Publication
from comments.transparency.suppression import SMALLEST, Series, Table

SCHEMA = 1
HEADINGS = ("measure", "by", "kind", "from", "to", "number")
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Json = dict[str, Any]  # Any: JSON


def as_json(report: Publication, *, time_zone: str) -> bytes:
    """The report as JSON in UTF-8, its keys in the order of the documentation."""
    text = json.dumps(_report(report, time_zone), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def as_csv(report: Publication) -> bytes:
    """The same numbers as lines, with CRLF, in UTF-8."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(HEADINGS)
    writer.writerows([neutral(cell) for cell in row] for row in _rows(report))
    return lines.getvalue().encode()


def ground_of(kind: str) -> str:
    """On which ground something is removed by a rule: the law, or the newsroom's own terms."""
    return "illegal" if reason_of(kind) == Reason.ILLEGAL else "terms"


def reason_of(kind: str) -> str:
    """The reason of a rule, as it stands before the rule's own code."""
    return kind.partition(":")[0]


def neutral(cell: object) -> str:
    """The cell, and never a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _report(report: Publication, time_zone: str) -> Json:
    return {
        "schema": SCHEMA,
        "time_zone": time_zone,
        "smallest": SMALLEST,
        "months": [_month(month) for month in report.months],
        "measures": [
            _measure(code, series, total=report.totals[code])
            for code, series in report.measures.items()
        ],
        "times": {
            what: [
                {
                    **_span(each.first, each.last),
                    "median_seconds": each.median_seconds,
                    "ninth_decile_seconds": each.ninth_seconds,
                }
                for each in lengths
            ]
            for what, lengths in report.times.items()
        },
        "shares": {
            code: {"part": share.part, "whole": share.whole, "percent": share.percent}
            for code, share in report.shares.items()
        },
    }


def _measure(code: str, series: Series, *, total: int) -> Json:
    return {
        "measure": code,
        "total": total,
        "waits": series.waits,
        "spans": [{**_span(span.first, span.last), "number": span.total} for span in series.spans],
        "by": {by: [_table(by, table) for table in each] for by, each in series.tables.items()},
    }


def _table(by: str, table: Table) -> Json:
    return {
        **_span(table.first, table.last),
        "number": table.total,
        "kinds": [_kind(by, kind, number) for kind, number in table.kinds.items()],
        "other": table.other,
    }


def _kind(by: str, kind: str, number: int) -> Json:
    if by != RULE:
        return {"kind": kind, "number": number}
    return {
        "kind": kind,
        "reason": reason_of(kind),
        "ground": ground_of(kind),
        "number": number,
    }


def _rows(report: Publication) -> Iterator[Sequence[object]]:
    for measure in MEASURES:
        series = report.measures[measure.code]
        for span in series.spans:
            yield measure.code, "", "", _month(span.first), _month(span.last), span.total
        for by, tables in series.tables.items():
            for table in tables:
                yield from _lines(measure.code, by, table)
        yield measure.code, "", "total", "", "", report.totals[measure.code]


def _lines(measure: str, by: str, table: Table) -> Iterator[Sequence[object]]:
    months = _month(table.first), _month(table.last)
    for kind, number in table.kinds.items():
        yield measure, by, kind, *months, number
    if table.other is not None:
        yield measure, by, "other", *months, table.other


def _span(first: date, last: date) -> Json:
    return {"from": _month(first), "to": _month(last)}


def _month(month: date) -> str:
    return f"{month:%Y-%m}"
