"""What the page of the public report says, part by part, from the same values as its files."""

from collections.abc import Mapping
from dataclasses import dataclass

from comments.transparency.formats import ground_of
from comments.transparency.measures import MEASURES, RULE, Classification, Measure
from comments.transparency.publication import Publication
from comments.transparency.suppression import Table
from comments.views import transparency_wording as wording
from comments.views.transparency_plot import Plot, plot

SPANS_SHOWN = 24
TABLES_SHOWN = 12


@dataclass(frozen=True)
class Line:
    """A row of a table: the months, a number for each column, and what is in none of them."""

    months: str
    numbers: tuple[int | None, ...]
    other: int | None
    total: int


@dataclass(frozen=True)
class Grid:
    """A classification as a table, the newest months first; `has_other` where kinds are merged."""

    heading: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    has_other: bool


@dataclass(frozen=True)
class Section:
    """One measure: its name, what it counts, its sum, and the tables."""

    code: str
    title: str
    note: str
    total: int
    waits: bool
    plot: Plot | None
    spans: tuple[tuple[str, int], ...]
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Duration:
    """How long something took in some months, in words."""

    months: str
    median: str
    ninth: str


def sections(report: Publication, *, titles: Mapping[str, str]) -> list[Section]:
    """One for each measure; `titles` are those of the rules, by code."""
    return [_section(measure, report, titles) for measure in MEASURES]


def durations(report: Publication) -> list[tuple[str, list[Duration]]]:
    """Of each length of time its name, and what it was, the newest months first."""
    return [
        (
            str(wording.TIMES[what]),
            [
                Duration(
                    wording.months_label(each.first, each.last),
                    wording.duration(each.median_seconds),
                    "" if each.ninth_seconds is None else wording.duration(each.ninth_seconds),
                )
                for each in reversed(lengths[-SPANS_SHOWN:])
            ],
        )
        for what, lengths in report.times.items()
    ]


def shares(report: Publication) -> list[tuple[float, str]]:
    """Hundredths, and of what."""
    return [(share.percent, str(wording.SHARES[code])) for code, share in report.shares.items()]


def _section(measure: Measure, report: Publication, titles: Mapping[str, str]) -> Section:
    series = report.measures[measure.code]
    title, note = wording.MEASURES[measure.code]
    grids = (_grid(each, series.tables[each.code], titles) for each in measure.classifications)
    return Section(
        code=measure.code.replace("_", "-"),
        title=str(title),
        note=str(note),
        total=report.totals[measure.code],
        waits=series.waits,
        plot=plot(series.spans),
        spans=tuple(
            (wording.months_label(span.first, span.last), span.total)
            for span in reversed(series.spans[-SPANS_SHOWN:])
        ),
        grids=tuple(grid for grid in grids if grid.lines),
    )


def _grid(
    classification: Classification, tables: tuple[Table, ...], titles: Mapping[str, str]
) -> Grid:
    shown = tables[-TABLES_SHOWN:]
    kinds = list(dict.fromkeys(kind for table in shown for kind in table.kinds))
    code = classification.code
    return Grid(
        heading=str(wording.CLASSIFICATIONS[code]),
        columns=tuple(_column(code, kind, titles) for kind in kinds),
        lines=tuple(
            Line(
                wording.months_label(table.first, table.last),
                tuple(_number(table, kind) for kind in kinds),
                table.other,
                table.total,
            )
            for table in reversed(shown)
        ),
        has_other=any(table.other is not None for table in shown),
    )


def _number(table: Table, kind: str) -> int | None:
    """None where it is part of "other"; a rule that did not turn up yet was used by nobody."""
    return table.kinds.get(kind, None if table.other is not None else 0)


def _column(code: str, kind: str, titles: Mapping[str, str]) -> str:
    if code == RULE:
        return wording.rule_label(kind, ground_of(kind), titles)
    return wording.kind_label(code, kind)
