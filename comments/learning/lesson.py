"""What there is to learn from: all labels as one matrix, and how much each of them counts. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

import numpy as np

from comments.learning import trust
from comments.learning.fitting import Examples, Floats, examples_of, fit
from comments.learning.recipe import strength_of
from comments.learning.trust import Day, Mask, Origin
from comments.spam import Model, Thresholds
from comments.spam.features import Features

FOLDS = 5
# What a label counts that contradicts what the seed and the labels like it say.
UNCONFIRMED = 0.1
# So many suspected days are compared with all others each time; older ones stay doubted.
MOST_DAYS_HEARD = 8


@dataclass(frozen=True)
class Labelled:
    """Labels in the order of their decisions, the oldest first."""

    features: Sequence[Features]
    is_spam: Sequence[bool]
    origins: Sequence[Origin]
    decided_at: Sequence[datetime]


@dataclass(frozen=True)
class Lesson:
    """Labels as examples, in the same order, each with what it counts.

    `known` is the seed's score of each; `doubted` are the days whose labels count nothing.
    """

    examples: Examples
    known: Floats
    decided_at: tuple[datetime, ...]
    doubted: frozenset[Day]
    is_doubted: Mask

    def __len__(self) -> int:
        return len(self.examples)

    def out_of_fold(self, learned_from: Mask, *, of: Mask) -> Floats:
        """The scores of some by what is learned from others; by the seed if there are none.

        Every fifth in the order of time is a fold: what comes in a burst is in all folds.
        """
        scores = np.zeros(len(self))
        fold = np.where(of, np.cumsum(of) % FOLDS, -1)
        for each in range(FOLDS):
            own = fold == each
            lift = _lift(self.examples, self.known, learned_from & ~own, own)
            scores[own] = self.known[own] + lift
        return scores[of]

    def counting(self, factor: Floats) -> Self:
        """The same labels, each counting so many times as much."""
        return replace(self, examples=replace(self.examples, weight=self.examples.weight * factor))


def weigh(labelled: Labelled, *, seed: Model, vouched_for: Collection[Day] = ()) -> Lesson:
    """Labels as a lesson, each with what it counts; `vouched_for` are days never doubted."""
    origins, weight = labelled.origins, trust.weights(labelled.origins)
    examples = examples_of(labelled.features, labelled.is_spam, weight.tolist())
    known = examples.rows @ seed.weights.astype(np.float64) + seed.bias
    doubted = _doubted(examples, known, origins, seed.thresholds).difference(vouched_for)
    lesson = Lesson(
        examples=replace(examples, weight=trust.weights(origins, doubted=doubted)),
        known=known,
        decided_at=tuple(labelled.decided_at),
        doubted=frozenset(doubted),
        is_doubted=np.array([origin.day in doubted for origin in origins], np.bool_),
    )
    is_vouched_for = np.array([origin.day in vouched_for for origin in origins], np.bool_)
    return lesson.counting(_confirmed(lesson, ~is_vouched_for, seed.thresholds))


def _confirmed(lesson: Lesson, may_be_wrong: Mask, lines: Thresholds) -> Floats:
    """What single labels count that contradict the seed: little, unless others like them agree.

    A careless moderator is wrong everywhere a little, which teaches to hold everything.
    """
    is_spam = lesson.examples.is_spam
    against = trust.contradictions(is_spam, lesson.known, lines) & may_be_wrong
    cautious = lesson.counting(np.where(against, UNCONFIRMED, 1.0))
    scores = cautious.out_of_fold(np.ones_like(against), of=against)
    still = trust.contradictions(is_spam[against], scores, lines)
    factor = np.ones(len(lesson))
    factor[against] = np.where(still, UNCONFIRMED, 1.0)
    return factor


def strength(examples: Examples) -> float:
    """C for as many labels as these count together."""
    return strength_of(round(float(examples.weight.sum())))


def _doubted(
    examples: Examples, known: Floats, origins: Sequence[Origin], lines: Thresholds
) -> set[Day]:
    """The days that contradict the seed, and what other days teach, too.

    So what is new to the seed is believed once another day says the same; but nobody's suspected
    days speak for any other unless most of what that moderator does is beyond suspicion.
    """
    against = trust.contradictions(examples.is_spam, known, lines)
    suspected = trust.doubtful_days(origins, against)
    newest = sorted(suspected, key=lambda day: day.on, reverse=True)
    unheard = {day for day in suspected if trust.is_mostly_suspected(day, suspected, origins)}
    doubted = set(newest[MOST_DAYS_HEARD:])
    for day in newest[:MOST_DAYS_HEARD]:
        own = np.array([origin.day == day for origin in origins], np.bool_)
        heard = np.array([origin.day not in {day, *unheard} for origin in origins], np.bool_)
        taught = known + _lift(examples, known, heard, np.ones_like(own))
        also = trust.contradictions(examples.is_spam, taught, lines)
        doubted |= trust.doubtful_days(origins, against & also & own)
    return doubted


def _lift(examples: Examples, known: Floats, learned_from: Mask, of: Mask) -> Floats:
    """By how much what some examples teach moves the scores of others."""
    if not learned_from.any():
        return np.zeros(int(of.sum()))
    taught = examples.only(learned_from)
    weights, bias = fit(taught, strength=strength(taught), known=known[learned_from])
    lift: Floats = examples.rows[of] @ weights + bias
    return lift
