"""From collections of labelled texts to a model: the seed is made by it, and fresh ones are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from comments.learning.fitting import Examples, Floats, examples_of, fit
from comments.learning.linking import with_links
from comments.spam.features import Features, featurise
from comments.spam.measures import auc, best_line
from comments.spam.model import Weights
from comments.spam.reading import read

# All numbers were chosen on the development data, one video left out at a time (docs/spam.md).
STRENGTH = 30.0
# What honest texts of one source count together, whatever their number: with more the filter
# learns what news are about instead of what spam is.
HONEST_SOURCE_WEIGHT = 500.0
# Honest comments with a link, made from honest ones; so that a link alone is no sign of spam.
LINKED_COMMENTS = 4_000
LINKED_WEIGHT = 0.15  # of what the source counts
LEAST_WEIGHT = 0.004  # smaller ones change no verdict and half of the file
FOLDS = 5


@dataclass(frozen=True)
class Source:
    """Labelled texts that come from one place, and what each of them counts."""

    texts: Sequence[str]
    is_spam: Sequence[bool]
    spam_weight: float = 1.0
    honest_weight: float = 1.0

    @property
    def is_honest(self) -> bool:
        """Whether it holds no spam at all."""
        return bool(self.texts) and not any(self.is_spam)

    @property
    def weights(self) -> list[float]:
        """What each of its texts counts."""
        return [self.spam_weight if spam else self.honest_weight for spam in self.is_spam]


@dataclass(frozen=True)
class Trained:
    """Weights, the calibration of their scores, and what was measured out of fold."""

    weights: Weights
    calibration: tuple[float, float]
    best_line: float
    auc: float


def train(sources: Sequence[Source]) -> Trained:
    """Train on all sources together. The same sources always give the same weights."""
    examples = gather(sources)
    weights, bias = fit(examples, strength=STRENGTH)
    scores = out_of_fold(examples)
    return Trained(
        weights=Weights.from_dense(weights, bias=round(bias, 4), least=LEAST_WEIGHT),
        calibration=calibrate(scores, examples),
        best_line=best_line(examples.is_spam, scores),
        auc=auc(examples.is_spam, scores),
    )


def gather(sources: Sequence[Source]) -> Examples:
    """All sources as examples, in their order, each text with what it counts."""
    everything = [each for source in sources for each in _balanced(source)]
    texts = [text for source in everything for text in source.texts]
    return examples_of(
        [features_of(text) for text in texts],
        [is_spam for source in everything for is_spam in source.is_spam],
        [weight for source in everything for weight in source.weights],
    )


def strength_of(labels: int) -> float:
    """How much a site's own labels count against the seed: little while there are few of them."""
    return float(np.interp(labels, (100, 500), (1.0, 10.0)))


def out_of_fold(examples: Examples) -> Floats:
    """The score that each example gets from a model that has not seen it."""
    scores = np.zeros(len(examples))
    fold = np.arange(len(examples)) % FOLDS
    for each in range(FOLDS):
        weights, bias = fit(examples.only(fold != each), strength=STRENGTH)
        scores[fold == each] = examples.rows[fold == each] @ weights + bias
    return scores


def calibrate(scores: Floats, examples: Examples) -> tuple[float, float]:
    """Slope and offset that make a likelihood of a score (Platt 1999), by Newton's method."""
    slope, offset = 1.0, 0.0
    design = np.column_stack([scores, np.ones(len(scores))])
    for _step in range(50):
        likelihood = 1 / (1 + np.exp(-np.clip(design @ (slope, offset), -30, 30)))
        pull = design.T @ (examples.weight * (examples.is_spam - likelihood))
        bend = examples.weight * likelihood * (1 - likelihood)
        curve = design.T @ (design * bend[:, None]) + 1e-3 * np.eye(2)
        change = np.linalg.solve(curve, pull - 1e-3 * np.array([slope - 1, offset]))
        slope, offset = slope + change[0], offset + change[1]
    return round(float(slope), 4), round(float(offset), 4)


def features_of(text: str) -> Features:
    """The features of a text of any length."""
    return featurise(read(text))


def _balanced(source: Source) -> Iterator[Source]:
    """A source of honest texts alone counts the same however many they are; links go with it."""
    if not source.is_honest:
        yield source
        return
    yield replace(source, honest_weight=HONEST_SOURCE_WEIGHT / len(source.texts))
    linked = with_links(source.texts[:LINKED_COMMENTS])
    weight = HONEST_SOURCE_WEIGHT * LINKED_WEIGHT / len(linked)
    yield Source(linked, [False] * len(linked), honest_weight=weight)
