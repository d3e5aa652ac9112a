"""One round of learning: new weights from a lesson, and what the gate says of them. Pure."""

from dataclasses import dataclass, replace

import numpy as np

from comments.learning import gate, shipped
from comments.learning.fitting import Examples, Floats, fit
from comments.learning.gate import Looked, Verdict
from comments.learning.lesson import Lesson, strength
from comments.learning.recipe import calibrate
from comments.learning.trust import Mask
from comments.spam import seed
from comments.spam.model import Model, Weights

LEAST_WEIGHT = 0.001  # smaller ones change no score
# An approved comment that would be binned counts so many times more, for so many rounds.
INSISTENCE = 4.0
MOST_ROUNDS = 6
LABELS_TO_CALIBRATE = 200
LEAST_OF_A_KIND = 10


@dataclass(frozen=True)
class Learned:
    """A version that is not stored yet, and what the gate said of it."""

    weights: Weights
    calibration: tuple[float, float]
    verdict: Verdict


def study(lesson: Lesson, *, known_before: Mask, before: Model) -> Learned:
    """What is learned, and whether it may take the place of the model `before`.

    `known_before` are the labels that that one had learned from, none of them for the seed. Each
    of the last labels is scored by what is learned from others.
    """
    weights, binned = _fit(lesson, bin_at=before.thresholds.bin_at)
    is_looked_at = ~lesson.is_doubted
    is_looked_at[np.flatnonzero(is_looked_at)[: -gate.LABELS_LOOKED_AT]] = False
    score_before = lesson.out_of_fold(known_before, of=is_looked_at)
    score = lesson.out_of_fold(np.ones_like(is_looked_at), of=is_looked_at)
    examples = lesson.examples.only(is_looked_at)
    looked = Looked(examples.is_spam, examples.weight, before.thresholds)
    verdict = gate.compare(looked, before=score_before, after=score, binned_itself=binned)
    verdict = replace(verdict, objections=verdict.objections + _by_examples(weights, before))
    return Learned(weights, _calibration(examples, score) or before.calibration, verdict)


def is_enough(lesson: Lesson) -> bool:
    """Whether so many are of either kind that one can be told from the other."""
    spam = lesson.examples.is_spam[~lesson.is_doubted]
    return min(int(spam.sum()), int((~spam).sum())) >= LEAST_OF_A_KIND


def _by_examples(weights: Weights, before: Model) -> tuple[str, ...]:
    base = seed.load()
    after = base.plus(weights, version=0, calibration=base.calibration)
    return gate.object_by_examples(
        before.thresholds,
        shipped=shipped.scores(base),
        before=shipped.scores(before),
        after=shipped.scores(after),
    )


def _fit(lesson: Lesson, *, bin_at: float) -> tuple[Weights, int]:
    """The weights, and how many approved comments they would bin by the text alone.

    Such a comment counts ever more until that is over: its like comes back, and must be asked
    about at worst.
    """
    examples, weight = lesson.examples, lesson.examples.weight.copy()
    for _round in range(MOST_ROUNDS):
        dense, bias = fit(
            replace(examples, weight=weight), strength=strength(lesson.examples), known=lesson.known
        )
        score = lesson.known + examples.rows @ dense + bias
        binned = ~examples.is_spam & ~lesson.is_doubted & (score >= bin_at)
        if not binned.any():
            break
        weight[binned] *= INSISTENCE
    weights = Weights.from_dense(dense, bias=bias, least=LEAST_WEIGHT)
    return weights, int(binned.sum())


def _calibration(examples: Examples, score: Floats) -> tuple[float, float] | None:
    """Of this newsroom's own decisions, once there are enough of both kinds."""
    spam = int(examples.is_spam.sum())
    is_enough = len(examples) >= LABELS_TO_CALIBRATE
    if not is_enough or min(spam, len(examples) - spam) < LEAST_OF_A_KIND:
        return None
    return calibrate(score, examples)
