"""A tiny seed and versions on top of it, so that no test hangs on what the shipped one says."""

import numpy as np
import pytest

from comments import serving
from comments.learning import labels
from comments.models import SpamLabel, SpamModel
from comments.spam import Model, Thresholds, model_file, seed
from comments.spam.features import SIZE, VERSION
from comments.spam.model import Weights
from tests.comments.factories import make_comment
from tests.comments.learning.texts import HONEST, SPAM, features_of

DIGEST = "d" * 64
BIAS = -5.0


@pytest.fixture
def tiny_seed(monkeypatch):
    """Knows the words of SPAM from those of HONEST; what it has never read is honest (-5)."""
    weights = np.zeros(SIZE, np.float32)
    for text, sign in ((SPAM, 6.0), (HONEST, -1.0)):
        features = features_of(text)
        weights[features.index] += sign * features.value
    model = Model(weights, BIAS, Thresholds(-2.0, 6.5))
    monkeypatch.setattr(seed, "load", lambda: model)
    monkeypatch.setattr(seed, "digest", lambda: DIGEST)
    forget_models()
    yield model
    forget_models()


def forget_models():
    """What a process keeps of versions whose numbers another test gives away again."""
    serving._usable.cache_clear()
    serving._terms.cache_clear()


def make_version(bias: float = 0.0, **fields) -> SpamModel:
    """A version that adds a bias to the seed."""
    nothing = Weights(np.zeros(0, np.uint32), np.zeros(0, np.float32), bias)
    data = model_file.pack(nothing, {"calibration": [1.0, 0.0]})
    defaults = {
        "weights": data,
        "digest": model_file.digest(data),
        "seed_digest": seed.digest(),
        "spam_labels": 0,
        "honest_labels": 0,
        "figures": {},
        "was_refused": False,
    }
    return SpamModel.objects.create(**(defaults | fields))


def labelled(post, text=HONEST, **fields) -> SpamLabel:
    """A label of a comment that says this."""
    features = labels.pack(features_of(text))
    defaults = {"is_spam": False, "features": features, "featuriser": VERSION, "score": 0.0}
    labels.count_changes(1)
    return SpamLabel.objects.create(comment=make_comment(post, text), **(defaults | fields))
