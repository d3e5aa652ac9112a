"""The honest examples that are shipped: what no version may bin, whatever it was told."""

import json
from functools import cache

import numpy as np

from comments.learning.fitting import Floats
from comments.learning.recipe import features_of
from comments.spam import Model
from comments.spam.features import Features
from comments.spam.seed import EXAMPLES, FOLDER


def scores(model: Model) -> Floats:
    """What a model says of them, in the order of the file. Raises `OSError` without the file."""
    return np.array([model.score(features) for features in _honest()])


@cache
def _honest() -> tuple[Features, ...]:
    """Their features, read once in each process."""
    lines = (FOLDER / EXAMPLES).read_text("utf-8").splitlines()
    return tuple(features_of(row["text"]) for row in map(json.loads, lines) if row["label"] == 0)
