"""One figure, as the line of JSON that benches print."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

PLACES = 4


@dataclass(frozen=True)
class Figure:
    """A measured value, of how many texts, and what it is to be read beside, if anything.

    `reference` is measured in the same run, in the same unit.
    """

    name: str
    value: float
    unit: str
    n: int
    reference: float | None = None

    def as_line(self) -> str:
        """One JSON object with the keys that all benches have; the filter asks no database."""
        return json.dumps(
            {
                "bench": "spam",
                "name": self.name,
                "value": round(self.value, PLACES),
                "unit": self.unit,
                "ratio": _ratio(self.value, self.reference),
                "reference": None if self.reference is None else round(self.reference, PLACES),
                "database": None,
                "queries": 0,
                "n": self.n,
            },
            ensure_ascii=False,
        )


Measured = Callable[[], Iterator[Figure]]


def mean_of(name: str, figures: Sequence[Figure]) -> Figure:
    """The mean of the same figure of several videos, and of what stands beside it."""
    beside = [each.reference for each in figures if each.reference is not None]
    return Figure(
        name,
        sum(each.value for each in figures) / len(figures),
        figures[0].unit,
        sum(each.n for each in figures),
        sum(beside) / len(beside) if beside else None,
    )


def _ratio(value: float, reference: float | None) -> float | None:
    return round(value / reference, 2) if reference else None
