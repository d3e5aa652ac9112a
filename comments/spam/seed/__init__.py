"""The seed model that is shipped: `seed.npz`, its card `seed.json`, and examples of our own.

`manage.py train_spam_seed` makes the first two. The card holds the digest of the first.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from comments.spam import model_file
from comments.spam.model import Model, Thresholds

FOLDER = Path(__file__).parent
EXAMPLES = "examples.jsonl"


@cache
def load() -> Model:
    """The seed, read once in each process. Raises `ModelRefused` or `OSError`."""
    data = (FOLDER / "seed.npz").read_bytes()
    weights, facts = model_file.unpack(data, expected_digest=digest())
    hold_at, bin_at = facts["thresholds"]
    thresholds = Thresholds(float(hold_at), float(bin_at))
    return Model(weights.dense(), weights.bias, thresholds, calibration_of(facts))


@cache
def digest() -> str:
    """The digest that the seed's card states. Raises `OSError`, `ValueError`, `KeyError`."""
    return str(json.loads((FOLDER / "seed.json").read_text("utf-8"))["digest"])


def calibration_of(facts: Mapping[str, Any]) -> tuple[float, float]:
    """Slope and offset as a model's facts (JSON) have them."""
    slope, offset = facts["calibration"]
    return float(slope), float(offset)
