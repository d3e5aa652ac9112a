"""A simulated newsroom: comments in the order of time, moderators who decide, a filter that learns.

Without a database: what `refit.learn` reads from it and writes to it is kept here.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from comments.learning.gate import Verdict
from comments.learning.lesson import Labelled, weigh
from comments.learning.study import Learned, study
from comments.learning.trust import Day, Origin
from comments.spam import Model
from comments.spam.features import Features
from comments.spam.measures import auc

CARELESS, HOSTILE = 1, 2
CARELESS_SHARE = 0.1
BEGINS_AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
BETWEEN = timedelta(minutes=12)  # 120 decisions a day
PAGES = 10


@dataclass(frozen=True)
class Said:
    """A comment, and what it is in truth."""

    features: Features
    is_spam: bool


@dataclass(frozen=True)
class Decided:
    """What a moderator said of it, and when."""

    said: Said
    is_spam: bool
    origin: Origin
    at: datetime


@dataclass
class Course:
    """What became of the filter, after each time that it learned."""

    auc: list[float] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    doubted_labels: list[int] = field(default_factory=list)
    binned_approved: int = 0

    @property
    def activated(self) -> int:
        return sum(not each.objections for each in self.verdicts)

    @property
    def refused(self) -> int:
        return len(self.verdicts) - self.activated


def decisions(stream: Sequence[Said], *, hostile: range, seed: int = 1) -> list[Decided]:
    """A careless moderator decides, but for those that a hostile one reverses, all in a day."""
    chance = random.Random(seed)  # noqa: S311
    return [_decided(said, place, hostile, chance) for place, said in enumerate(stream)]


def _decided(said: Said, place: int, hostile: range, chance: random.Random) -> Decided:
    at = BEGINS_AT + BETWEEN * place
    is_wrong = place in hostile or chance.random() < CARELESS_SHARE
    day = Day(CARELESS, at.date())
    if place in hostile:
        day = Day(HOSTILE, (BEGINS_AT + BETWEEN * hostile.start).date())
    return Decided(said, said.is_spam != is_wrong, Origin(day, chance.randrange(PAGES)), at)


def live(
    decided: Sequence[Decided],
    held_out: Sequence[Said],
    *,
    seed: Model,
    every: int,
    without: int = 0,
) -> Course:
    """Let the filter learn each time after so many decisions; moderator `without` makes none."""
    course, model, known = Course(), seed, 0
    kept: list[Decided] = []
    for number, decision in enumerate(decided, start=1):
        kept += [] if decision.origin.day.moderator == without else [decision]
        if number % every:
            continue
        learned = _learn(kept, known, seed, course) if kept else None
        if learned and not learned.verdict.objections:
            model, known = _with(seed, learned, number), len(kept)
        _measure(course, model, kept, held_out)
    return course


def _learn(kept: Sequence[Decided], known: int, seed: Model, course: Course) -> Learned:
    labelled = Labelled(
        features=[each.said.features for each in kept],
        is_spam=[each.is_spam for each in kept],
        origins=[each.origin for each in kept],
        decided_at=[each.at for each in kept],
    )
    weighed = weigh(labelled, seed=seed)
    known_before = np.arange(len(kept)) < known
    learned = study(weighed, known_before=known_before, before=seed)
    course.verdicts.append(learned.verdict)
    course.doubted_labels.append(int(weighed.is_doubted.sum()))
    return learned


def _with(seed: Model, learned: Learned, number: int) -> Model:
    return seed.plus(learned.weights, version=number, calibration=learned.calibration)


def _measure(
    course: Course, model: Model, kept: Sequence[Decided], held_out: Sequence[Said]
) -> None:
    is_spam = np.array([said.is_spam for said in held_out])
    course.auc.append(auc(is_spam, np.array([model.score(said.features) for said in held_out])))
    honest = [each.said for each in kept if not each.is_spam and not each.said.is_spam]
    binned = sum(model.score(said.features) >= model.thresholds.bin_at for said in honest)
    course.binned_approved = max(course.binned_approved, binned)
