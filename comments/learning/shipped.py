"""The honest examples that are shipped: what no version may bin, whatever it was told."""

from functools import cache

import numpy as np

from comments.learning.fitting import Floats
from comments.learning.recipe import features_of
from comments.learning.seeding import own_examples
from comments.spam import Model
from comments.spam.features import Features


def scores(model: Model) -> Floats:
    """What a model says of them, in the order of the file. Raises `OSError` without the file."""
    return np.array([model.score(features) for features in _honest()])


@cache
def _honest() -> tuple[Features, ...]:
    """Their features, read once in each process."""
    own = own_examples()
    labelled = zip(own.texts, own.is_spam, strict=True)
    return tuple(features_of(text) for text, is_spam in labelled if not is_spam)
