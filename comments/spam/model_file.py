"""Weights and what is known about them as bytes, and back. Nothing but arrays is ever read.

The bytes are a NumPy archive of four arrays, read without pickle: `index`, `weight`, `bias`, and
`facts`, which is JSON. Whoever keeps them keeps their digest apart from them.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from comments.spam.features import SIZE, VERSION
from comments.spam.model import Weights

MAX_BYTES = 4_000_000  # twice what the seed takes
# The arrays of a model that has a weight for every feature, and their headers.
MAX_UNPACKED_BYTES = 8 * SIZE + 200_000
ARRAYS = ("index", "weight", "bias", "facts")


class ModelRefused(Exception):
    """These bytes are not a model that this code may use; the message says why."""


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def pack(weights: Weights, facts: Mapping[str, object]) -> bytes:
    """The same weights and facts always give the same bytes."""
    known = json.dumps({**facts, "featuriser": VERSION}, sort_keys=True).encode()
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        index=weights.index.astype("<u4"),
        weight=weights.weight.astype("<f4"),
        bias=np.array([weights.bias], "<f8"),
        facts=np.frombuffer(known, np.uint8),
    )
    return buffer.getvalue()


def unpack(data: bytes, *, expected_digest: str) -> tuple[Weights, dict[str, Any]]:
    """The weights and facts. Raises `ModelRefused` when anything about the bytes is wrong."""
    if len(data) > MAX_BYTES:
        raise ModelRefused(f"{len(data)} bytes are more than {MAX_BYTES}")
    if digest(data) != expected_digest:
        raise ModelRefused("the digest is another one: truncated, or changed")
    try:
        arrays = _arrays(data)
        facts = json.loads(arrays["facts"].tobytes())
    except ModelRefused:
        raise
    # zipfile, zlib, NumPy and json raise a dozen kinds of errors over foreign bytes, among them
    # RecursionError and MemoryError. Whatever it is, the last good model has to serve on.
    except Exception as broken:
        raise ModelRefused(f"not a model: {broken}") from broken
    if not isinstance(facts, dict) or facts.get("featuriser") != VERSION:
        raise ModelRefused(f"made for other features than version {VERSION}")
    return _weights(arrays), facts


def _arrays(data: bytes) -> dict[str, np.ndarray]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise ModelRefused(f"{unpacked} bytes unpacked are more than {MAX_UNPACKED_BYTES}")
    with np.load(io.BytesIO(data), allow_pickle=False) as archive:
        return {name: archive[name] for name in ARRAYS}


def _weights(arrays: Mapping[str, np.ndarray]) -> Weights:
    index, weight, bias = arrays["index"], arrays["weight"], arrays["bias"]
    types = (index.dtype.str, weight.dtype.str, bias.dtype.str)
    if types != ("<u4", "<f4", "<f8") or bias.shape != (1,):
        raise ModelRefused(f"arrays of other types: {types}")
    if index.ndim != 1 or index.shape != weight.shape:
        raise ModelRefused("index and weight do not belong together")
    if len(index) and (index[-1] >= SIZE or np.any(index[1:] <= index[:-1])):
        raise ModelRefused("the index is not sorted, or beyond the features")
    if not (np.isfinite(weight).all() and np.isfinite(bias).all()):
        raise ModelRefused("weights that are no numbers")
    return Weights(index, weight, float(bias[0]))
