"""The figures of a month: how often each thing happened, and how long it took."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SIGNIFICANT_DIGITS = 2

Tally = dict[str, Counter[str]]  # classification -> kind -> how many


@dataclass
class Figures:
    """Counts and lengths of time of one month, exact: nothing here is fit to be published."""

    totals: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Tally] = field(default_factory=dict)
    # Of each length of time, in rounded seconds, how many there were.
    times: dict[str, Counter[int]] = field(default_factory=dict)

    def count(self, measure: str, **kinds: str) -> None:
        """One more, of the kind that each classification names."""
        self.totals[measure] += 1
        for classification, kind in kinds.items():
            self.tally(measure, classification)[kind] += 1

    def took(self, what: str, seconds: float) -> None:
        """Something took so long; clocks that were set back make it 0."""
        self.times.setdefault(what, Counter())[rounded(max(0, int(seconds)))] += 1

    def tally(self, measure: str, classification: str) -> Counter[str]:
        """How many there are of each kind."""
        tallies = self.kinds.setdefault(measure, {})
        return tallies.setdefault(classification, Counter())

    def as_json(self) -> dict[str, Any]:  # Any: JSON
        """What `MonthlyFigures.figures` keeps, in one order for the same figures."""
        return {
            "totals": dict(sorted(self.totals.items())),
            "kinds": {
                measure: {code: dict(sorted(kinds.items())) for code, kinds in sorted(by.items())}
                for measure, by in sorted(self.kinds.items())
            },
            "times": {
                what: {str(seconds): number for seconds, number in sorted(lengths.items())}
                for what, lengths in sorted(self.times.items())
            },
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Figures":
        """The same again. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        return cls(
            totals=Counter(stored["totals"]),
            kinds={
                measure: {code: Counter(kinds) for code, kinds in by.items()}
                for measure, by in stored["kinds"].items()
            },
            times={
                what: Counter({int(seconds): number for seconds, number in lengths.items()})
                for what, lengths in stored["times"].items()
            },
        )


def rounded(seconds: int) -> int:
    """Down to two digits that count: so a month's times take little room, however many they are."""
    unit: int = 10 ** max(0, len(str(seconds)) - SIGNIFICANT_DIGITS)
    return seconds // unit * unit


def quantile(lengths: Mapping[int, int], share: float) -> int:
    """The shortest length that at least this share of all do not exceed (nearest rank)."""
    wanted = share * sum(lengths.values())
    reached = 0
    for seconds, number in sorted(lengths.items()):
        reached += number
        if reached >= wanted:
            return seconds
    raise ValueError("of nothing there is no quantile")
