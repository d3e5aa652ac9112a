"""How much each label counts: nobody steers the filter alone, neither by clicking much nor wrongly.

A label says who decided, on which day, below which page. Pure: the scores come in as arguments.
"""

import math
from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from comments.spam.model import Thresholds

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

# One moderator's day, or one thread, counts at most as many labels as this, or as this share of
# all if that is more. Where one person decides everything below one post, all shrink alike.
MOST_LABELS = 100
MOST_SHARE = 0.25
# A day is doubtful when surely more than this share of it contradicts what the filter is sure of.
# A careless one (a tenth is wrong) never gets there, one that is reversed does after four labels.
DOUBTFUL_SHARE = 0.2
LEAST_CONTRADICTIONS = 4
SURENESS = 2.0  # standard deviations, for the lower end of Wilson's interval (1927)


@dataclass(frozen=True)
class Day:
    """What one moderator decided on one day; `moderator` is the account's number if it is there."""

    moderator: int | None
    on: date


@dataclass(frozen=True)
class Origin:
    """Where a label comes from: whose day, and below which page."""

    day: Day
    page: int


def weights(origins: Sequence[Origin], *, doubted: Collection[Day] = ()) -> Floats:
    """What each label counts, at most 1; those of doubted days nothing."""
    by_day = _caps([origin.day for origin in origins])
    by_page = _caps([origin.page for origin in origins])
    is_trusted = np.array([origin.day not in doubted for origin in origins], np.bool_)
    return np.minimum(by_day, by_page) * is_trusted


def contradictions(is_spam: Mask, score: Floats, thresholds: Thresholds) -> Mask:
    """Which labels say the opposite of what a model would have done without asking.

    It would have published that spam; or found that honest comment well on the way to the bin.
    """
    surely_spam = (thresholds.hold_at + thresholds.bin_at) / 2
    return np.where(is_spam, score < thresholds.hold_at, score > surely_spam)


def doubtful_days(origins: Sequence[Origin], contradicts: Mask) -> set[Day]:
    """The days too much of which contradicts."""
    all_of = Counter(origin.day for origin in origins)
    wrong = Counter(
        origin.day for origin, is_wrong in zip(origins, contradicts, strict=True) if is_wrong
    )
    return {day for day, number in wrong.items() if _is_too_much(number, all_of[day])}


def _is_too_much(number: int, of: int) -> bool:
    return number >= LEAST_CONTRADICTIONS and surely_more_than(number, of) > DOUBTFUL_SHARE


def is_mostly_suspected(day: Day, suspected: Collection[Day], origins: Sequence[Origin]) -> bool:
    """Whether no more than half of what the day's moderator decided is beyond suspicion."""
    own = [origin.day in suspected for origin in origins if origin.day.moderator == day.moderator]
    return 2 * sum(own) >= len(own)


def surely_more_than(number: int, of: int) -> float:
    """The share that is there at least, beyond chance: the lower end of Wilson's interval."""
    share, z2 = number / of, SURENESS**2
    spread = SURENESS * math.sqrt(share * (1 - share) / of + z2 / (4 * of**2))
    return (share + z2 / (2 * of) - spread) / (1 + z2 / of)


def _caps(groups: Sequence[Hashable]) -> Floats:
    """What each label counts, so that no group counts more than it may."""
    most = max(MOST_LABELS, MOST_SHARE * len(groups))
    sizes = Counter(groups)
    return np.array([min(1.0, most / sizes[group]) for group in groups], np.float64)
