"""What filters look at, for their tests."""

from dataclasses import replace
from typing import Any

import numpy as np

from comments.spam import SpamContext, Thresholds, seed
from comments.spam.examination import Examination
from comments.spam.features import SIZE
from comments.spam.model import Model
from comments.spam.scoring import score
from tests.comments.spam.submissions import a_submission


def a_model(*, bias: float = -3.0) -> Model:
    """A model that gives every text the same score."""
    return Model(np.zeros(SIZE, np.float32), bias, Thresholds(-2.0, 5.4))


def examine(body: str = "", *, submission: Any = None, **context: Any) -> Examination:
    """An examination of words by the shipped seed; `context` fills a SpamContext."""
    sent = submission or a_submission()
    if body:
        sent = replace(sent, body=body)
    known = SpamContext(**({"model": seed.load()} | context))
    return Examination(sent, known, score(sent.body, known.model) if known.model else None)
