"""The score of a text: as a whole, or of its most suspicious sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from comments.spam.assessment import Verdict
from comments.spam.features import featurise
from comments.spam.model import Model
from comments.spam.reading import Reading, read

# A sentence alone is judged more mildly than a text: measured, it recovers spam that is padded
# with honest words and costs no honest comment (docs/spam.md).
SENTENCE_MARGIN = 1.25
# Shorter sentences are read together with the next one.
MIN_SENTENCE_CHARACTERS = 25
MAX_SENTENCES = 40
_END_OF_SENTENCE = re.compile(r"(?<=[.!?\u2026])\s+|\n\s*")


class OutOfTime(Exception):
    """The filter could not look at everything in time."""


@dataclass(frozen=True)
class Score:
    """What `model` says of a text.

    `whole` is the logit of all of it, `value` that of the text or of its most suspicious sentence,
    whichever is higher, and `reading` what `value` is of.
    """

    value: float
    whole: float
    reading: Reading
    model: Model

    @property
    def verdict(self) -> Verdict:
        """What the words alone deserve. A sentence alone never lifts a text to be binned."""
        if self.whole >= self.model.thresholds.bin_at:
            return Verdict.BIN
        return Verdict.HOLD if self.value >= self.model.thresholds.hold_at else Verdict.PUBLISH


def score(text: str, model: Model, *, is_late: Callable[[], bool] = lambda: False) -> Score:
    """Score a text of any length. Raises `OutOfTime` when `is_late` says so between sentences."""
    reading = read(text)
    whole = model.score(featurise(reading))
    worst = Score(whole, whole, reading, model)
    for sentence in sentences_of(reading.typed):
        if is_late():
            raise OutOfTime
        alone = read(sentence)
        value = model.score(featurise(alone)) - SENTENCE_MARGIN
        if value > worst.value:
            worst = Score(value, whole, alone, model)
    return worst


def sentences_of(text: str) -> list[str]:
    """The sentences of a text of several; none of a single one.

    A short one belongs to the next, and a short last one to the one before. What follows the first
    MAX_SENTENCES belongs to the last of them.
    """
    found: list[str] = []
    for sentence in filter(None, map(str.strip, _END_OF_SENTENCE.split(text))):
        if found and (len(found[-1]) < MIN_SENTENCE_CHARACTERS or len(found) == MAX_SENTENCES):
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    if len(found) > 1 and len(found[-1]) < MIN_SENTENCE_CHARACTERS:
        found[-2:] = [" ".join(found[-2:])]
    return found if len(found) > 1 else []
