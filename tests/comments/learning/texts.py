"""Texts of our own that a model can tell apart, and their features."""

import random

from comments.spam.features import Features, featurise
from comments.spam.reading import read

SPAM = "buy cheap followers pills casino bonus, subscribe to my channel, crypto giveaway click"
HONEST = "county court march hearing council families noon vote board meeting"
NEW_SPAM = "xylo quarn zibbet farnol dripple oskand vimrod taluc brenth wodul"


def features_of(text: str) -> Features:
    """As the filter reads it."""
    return featurise(read(text))


def texts_like(text: str, number: int, *, beginning_with: int = 1) -> list[str]:
    """So many different texts, each of five words of that one."""
    words = text.replace(",", "").split()
    numbers = range(beginning_with, beginning_with + number)
    return [" ".join(random.Random(each).sample(words, 5)) for each in numbers]  # noqa: S311
