"""A text as numbers."""

import numpy as np
import pytest

from comments.spam.features import (
    BUCKETS,
    GRAM_SIZES,
    SIZE,
    VERSION,
    Features,
    bucket,
    featurise,
    gram_hashes,
    word_hashes,
)
from comments.spam.marks import MARKS
from comments.spam.reading import read
from tests.comments.spam.hostile import hostile_texts

TEXT = "Buy now, buy now!"


def features_of(text: str) -> Features:
    return featurise(read(text))


def test_hashes_of_words_are_the_same_on_every_machine() -> None:
    """Stored models and labels are useless under others: then raise VERSION."""
    hashes = word_hashes(["cheap", "pills", "ni\u00f1o"])
    assert hashes.tolist() == [3198048670, 1985880869, 2535553913, 4153807676, 2404324058]


def test_hashes_of_grams_are_the_same_on_every_machine() -> None:
    hashes, words = gram_hashes("no m\u00e1s")
    assert hashes.tolist() == [
        4243090989,
        3643618571,
        3205462040,
        1062776833,
        503661328,
        2786880361,
        1717242246,
        2679741499,
        4032157061,
    ]
    assert words.tolist() == [0, 0, 1, 1, 1, 0, 1, 1, 1]


def test_features_are_the_same_on_every_machine() -> None:
    features = features_of(TEXT)
    words = features.index < BUCKETS
    assert VERSION == 1
    assert features.index[words].tolist() == [
        *(19420, 27479, 28205, 46368, 47481, 50940, 56668, 57641, 62188, 68765, 90198, 104112),
        *(113717, 152126, 153640, 171419, 185979, 195416, 209748, 220651, 225527, 228270),
        *(232200, 243420, 259371),
    ]
    # Words: buy, now, "buy now" twice (1 + ln 2), "now buy" once.
    twice, once = np.array([1 + np.log(2), 1]) / np.sqrt(3 * (1 + np.log(2)) ** 2 + 1)
    values = features.value[words]
    assert np.isclose(values, twice).sum() == 3
    assert np.isclose(values, once).sum() == 1


def test_index_is_sorted_without_repetitions_and_below_size() -> None:
    index = features_of("Ana told Ana to call https://a.example NOW! " * 9).index
    assert (np.diff(index.astype(np.int64)) > 0).all()
    assert index[-1] < SIZE
    assert (index.dtype, features_of(TEXT).value.dtype) == (np.uint32, np.float32)


def test_marks_have_the_last_places() -> None:
    features = features_of("hello!")
    place = BUCKETS + [mark.name for mark in MARKS].index("exclamations")
    assert features.value[features.index == place] == pytest.approx(1 / 5)


def test_a_long_text_weighs_no_more_than_a_short_one() -> None:
    short, long = features_of("honest words"), features_of("honest words " * 200)
    assert np.linalg.norm(short.value) == pytest.approx(np.sqrt(2), rel=1e-3)
    assert np.linalg.norm(long.value) == pytest.approx(np.sqrt(2), rel=1e-3)


def test_grams_stay_within_their_words() -> None:
    apart, words = gram_hashes("ab cd")
    alone = np.concatenate([gram_hashes("ab")[0], gram_hashes("cd")[0]])
    assert sorted(apart) == sorted(alone)
    assert words.tolist().count(0) == words.tolist().count(1)


def test_grams_are_of_three_sizes() -> None:
    """A word of n letters stands between two spaces: n grams of three, n - 1, n - 2."""
    assert GRAM_SIZES == (3, 4, 5)
    assert len(gram_hashes("abcdef")[0]) == 6 + 5 + 4


def test_grams_of_different_sizes_and_orders_differ() -> None:
    assert len(np.unique(gram_hashes("abcabd")[0])) == len(gram_hashes("abcabd")[0])
    assert set(gram_hashes("abc")[0]) & set(gram_hashes("cba")[0]) == set()


def test_order_of_words_counts() -> None:
    assert set(word_hashes(["a", "b"])) != set(word_hashes(["b", "a"]))


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\ud800", "\u0301"])
def test_texts_without_words_have_features_too(text: str) -> None:
    features = features_of(text)
    assert len(features.index) == len(features.value)
    assert np.isfinite(features.value).all()


def test_no_words_have_no_hashes() -> None:
    assert len(word_hashes([])) == 0
    assert [len(each) for each in gram_hashes("")] == [0, 0]


def test_buckets_are_used_evenly() -> None:
    """Hashes of 20,000 words fall into 64 shares of the buckets within 5 deviations of even."""
    shares = bucket(word_hashes([f"w{n}" for n in range(20_000)])) // (BUCKETS // 64)
    counts = np.bincount(shares, minlength=64)
    mean = counts.sum() / 64
    assert np.abs(counts - mean).max() < 5 * np.sqrt(mean)


def test_hostile_texts_have_no_more_features_than_windows() -> None:
    """Of each length one window a character, and two hashes a word: linear in the text."""
    for name, text in hostile_texts().items():
        most = len(read(text).text) * (len(GRAM_SIZES) + 2) + len(MARKS) + len(GRAM_SIZES)
        assert len(features_of(text).index) <= most, name
