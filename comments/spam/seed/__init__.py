"""The seed model that is shipped: `seed.npz`, its card `seed.json`, and examples of our own.

`manage.py train_spam_seed` makes the first two. The card holds the digest of the first.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from comments.spam import model_file
from comments.spam.model import Model, Thresholds
from comments.spam.model_file import ModelRefused

FOLDER = Path(__file__).parent
EXAMPLES = "examples.jsonl"


@cache
def load() -> Model:
    """The seed, read once in each process. Raises `ModelRefused`."""
    try:
        data = (FOLDER / "seed.npz").read_bytes()
    except OSError as missing:
        raise ModelRefused(f"the seed cannot be read: {missing}") from missing
    weights, facts = model_file.unpack(data, expected_digest=digest())
    try:
        hold_at, bin_at = map(float, facts["thresholds"])
        thresholds = Thresholds(hold_at, bin_at)
    except (KeyError, TypeError, ValueError) as wrong:
        raise ModelRefused(f"the seed has no thresholds: {wrong}") from wrong
    return Model(weights.dense(), weights.bias, thresholds, calibration_of(facts))


@cache
def digest() -> str:
    """The digest that the seed's card states. Raises `ModelRefused`."""
    try:
        return str(json.loads((FOLDER / "seed.json").read_text("utf-8"))["digest"])
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise ModelRefused(f"the seed's card cannot be read: {wrong}") from wrong


def calibration_of(facts: Mapping[str, Any]) -> tuple[float, float]:
    """Slope and offset as a model's facts (JSON) have them. Raises `ModelRefused`."""
    try:
        slope, offset = map(float, facts["calibration"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise ModelRefused(f"no calibration: {wrong}") from wrong
    if not (math.isfinite(slope) and math.isfinite(offset)):
        raise ModelRefused("a calibration that is no numbers")
    return slope, offset
