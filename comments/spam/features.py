"""A text as numbers: hashed word 1-2-grams, character 3-5-grams within words, and the marks.

The design was measured on YouTube, news and talk comments (docs/spam.md). Each block of n-grams
counts 1 + ln(times) and is scaled to length one, so that long texts weigh no more than short ones.
"""

import re
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from comments.spam.marks import MARKS, marks_of
from comments.spam.reading import Reading

# Raise it when the same text gives other numbers: models and labels of another version are unused.
VERSION = 1
BUCKETS = 2**18
SIZE = BUCKETS + len(MARKS)
GRAM_SIZES = (3, 4, 5)

Hashes = npt.NDArray[np.uint32]

_WORD = re.compile(r"\w+")
_SPACE = ord(" ")
_NONE = np.zeros(0, np.uint32)
_PRIME = np.uint32(0x01000193)  # of the hash FNV-1 (Fowler, Noll, Vo)
_GOLDEN = 0x9E3779B1  # 2^32 over the golden ratio (Knuth, volume 3, 6.4), tells sizes apart


@dataclass(frozen=True)
class Features:
    """`index` is sorted, below SIZE and without repetitions; `value` belongs to it."""

    index: npt.NDArray[np.uint32]
    value: npt.NDArray[np.float32]


def featurise(reading: Reading) -> Features:
    """The features of what was read."""
    words, grams = word_hashes(_WORD.findall(reading.text)), gram_hashes(reading.text)[0]
    marks = np.array(marks_of(reading), np.float32)
    shown = np.flatnonzero(marks)
    blocks = [_block(words), _block(grams), (shown.astype(np.uint32) + BUCKETS, marks[shown])]
    return _sum_up(blocks)


def word_hashes(words: list[str]) -> Hashes:
    """Hashes of the words, then of each two that follow each other."""
    single = np.array([zlib.crc32(word.encode("utf-8", "replace")) for word in words], np.uint32)
    return np.concatenate([_mix(single), _mix(single[:-1] * _PRIME + single[1:])])


def gram_hashes(text: str) -> tuple[Hashes, Hashes]:
    """Hashes of all character n-grams within words, and which word each is of (0 the first).

    A word begins and ends with a space. All windows are hashed at once, as polynomials of their
    code points; those with a space inside are dropped.
    """
    joined = f" {' '.join(text.split())} "
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    spaces = np.cumsum(codes == _SPACE, dtype=np.uint32)  # up to and with each character
    rolling, hashes, words = codes, [_NONE], [_NONE]
    for size in range(2, min(GRAM_SIZES[-1], len(codes)) + 1):
        rolling = rolling[:-1] * _PRIME + codes[size - 1 :]
        if size in GRAM_SIZES:
            before = spaces[: len(rolling)]
            is_whole = before == spaces[size - 2 : -1]
            hashes.append(_mix(rolling[is_whole] ^ np.uint32(size * _GOLDEN & 0xFFFFFFFF)))
            words.append(before[is_whole] - 1)
    return np.concatenate(hashes), np.concatenate(words)


def bucket(hashes: Hashes) -> Hashes:
    """In which of the BUCKETS each hash falls."""
    return hashes & np.uint32(BUCKETS - 1)


def _mix(hashes: Hashes) -> Hashes:
    """Spread each hash over all its bits (the finaliser "lowbias32" of Chris Wellons, 2018)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x7FEB352D)
    hashes = (hashes ^ (hashes >> np.uint32(15))) * np.uint32(0x846CA68B)
    return hashes ^ (hashes >> np.uint32(16))


def _block(hashes: Hashes) -> tuple[Hashes, npt.NDArray[np.float32]]:
    index, times = np.unique(bucket(hashes), return_counts=True)
    value = 1 + np.log(times)
    return index, (value / np.sqrt(value @ value)).astype(np.float32) if len(value) else value


def _sum_up(blocks: list[tuple[Hashes, npt.NDArray[np.float32]]]) -> Features:
    index, place = np.unique(np.concatenate([each for each, _ in blocks]), return_inverse=True)
    value = np.bincount(place, np.concatenate([each for _, each in blocks]), len(index))
    return Features(index, value.astype(np.float32))
