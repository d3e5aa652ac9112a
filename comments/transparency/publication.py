"""What is published of the figures, as values: the one place from which page, JSON and CSV are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comments.transparency.figures import Figures, quantile
from comments.transparency.measures import MEASURES, TIMES, Measure
from comments.transparency.suppression import SMALLEST, Month, Series, publish, spans_of

NINTH = 0.9
# A tenth of them, those that took longer still, are then not fewer than `SMALLEST`.
TIMES_FOR_NINTH = 10 * SMALLEST


@dataclass(frozen=True)
class Counted:
    """The figures of a month, and whether they are final."""

    month: date
    figures: Figures
    is_final: bool


@dataclass(frozen=True)
class Length:
    """How long something took in some months: seconds, of two digits that count."""

    first: date
    last: date
    median_seconds: int
    ninth_seconds: int | None


@dataclass(frozen=True)
class Share:
    """A part of a whole, both of them published."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        """The share in hundredths, rounded to tenths."""
        return round(100 * self.part / self.whole, 1)


@dataclass(frozen=True)
class Publication:
    """The public report: what of each measure can be told, in the order of `MEASURES`.

    `totals` count everything since the beginning, the month that is not over included.
    """

    months: tuple[date, ...]
    totals: dict[str, int]
    measures: dict[str, Series]
    times: dict[str, tuple[Length, ...]]
    shares: dict[str, Share]


def publication(counted: Sequence[Counted]) -> Publication:
    """The report of consecutive months, the oldest first. Only final ones are told of by month."""
    final = [each for each in counted if each.is_final]
    measures = {measure.code: _series(measure, final) for measure in MEASURES}
    return Publication(
        months=tuple(each.month for each in final),
        totals={measure.code: _total(measure, counted) for measure in MEASURES},
        measures=measures,
        times={what: tuple(_lengths(what, final)) for what in TIMES},
        shares=_shares(measures),
    )


def kinds_published(series: Series, classification: str) -> Counter[str]:
    """How many of each kind are told of in all tables of a classification."""
    numbers: Counter[str] = Counter()
    for table in series.tables[classification]:
        numbers.update(table.kinds)
    return numbers


def _series(measure: Measure, counted: Sequence[Counted]) -> Series:
    months = [
        Month(
            each.month,
            each.figures.totals[measure.code],
            each.figures.kinds.get(measure.code, {}),
        )
        for each in counted
    ]
    return publish(months, {each.code: each.kinds for each in measure.classifications})


def _lengths(what: str, counted: Sequence[Counted]) -> list[Length]:
    lengths = [each.figures.times.get(what, Counter[int]()) for each in counted]
    months = [
        Month(each.month, sum(of_month.values()))
        for each, of_month in zip(counted, lengths, strict=True)
    ]
    found = []
    for first, last in spans_of(months):
        together: Counter[int] = sum(lengths[first : last + 1], Counter())
        if number := sum(together.values()):
            ninth = quantile(together, NINTH) if number >= TIMES_FOR_NINTH else None
            span = months[first].first_day, months[last].first_day
            found.append(Length(*span, quantile(together, 0.5), ninth))
    return found


def _shares(measures: dict[str, Series]) -> dict[str, Share]:
    """Of published numbers alone: what each table names, and no "other"."""
    posted = kinds_published(measures["posted"], "outcome")
    appeals = kinds_published(measures["appeal_outcomes"], "outcome")
    alone = posted["published"] + posted["spam"]
    shares = {
        "decided_by_machine_alone": Share(alone, alone + posted["held"]),
        "binned_by_machine_and_let_in": Share(measures["overruled"].total, posted["spam"]),
        "appeals_reversed": Share(appeals["reversed"], sum(appeals.values())),
    }
    return {code: share for code, share in shares.items() if share.part <= share.whole > 0}


def _total(measure: Measure, counted: Sequence[Counted]) -> int:
    return sum(each.figures.totals[measure.code] for each in counted)
