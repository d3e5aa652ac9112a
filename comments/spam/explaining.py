"""Which words made a text look like spam, for a person to judge by."""

import re

import numpy as np
import numpy.typing as npt

from comments.spam.features import BUCKETS, bucket, gram_hashes, word_hashes
from comments.spam.marks import MARKS, marks_of
from comments.spam.model import Model
from comments.spam.reading import Reading

MAX_WORDS = 5
MIN_CHARACTERS = 3
_WORD = re.compile(r"\w+")
# Words without a meaning of their own, in English and Spanish: they explain nothing to anybody.
_FUNCTION_WORDS = (
    "about all also and any are because been but can como con could del did does don for from had "
    "has have her here him his how into its just las like los mas more most much muy not now only "
    "other our out para pero por porque que she should sin sobre some son soy such sus than that "
    "the their them then there these they this those too una uno was well were what when where "
    "which who why will with would you your"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


def telling_words(reading: Reading, model: Model) -> list[str]:
    """Up to five words that speak most for spam, the strongest first.

    Character n-grams count for the word that holds them.
    """
    words = reading.text.split()
    credit = _credit_of_grams(reading.text, words, model) + _credit_of_words(words, model)
    told: dict[str, None] = {}
    for place in np.argsort(-credit, kind="stable"):
        word = words[place].strip("\"'()[]{}<>.,:;!?*_-#")
        if credit[place] <= 0 or len(told) == MAX_WORDS:
            break
        if len(word) >= MIN_CHARACTERS and word not in FUNCTION_WORDS:
            told[word] = None
    return list(told)


def telling_marks(reading: Reading, model: Model) -> list[str]:
    """The names of the marks that show and speak for spam, the strongest first."""
    weighed = np.array(marks_of(reading)) * model.weights[BUCKETS:]
    return [
        MARKS[place].name for place in np.argsort(-weighed, kind="stable") if weighed[place] > 0
    ]


def _credit_of_grams(text: str, words: list[str], model: Model) -> npt.NDArray[np.float64]:
    hashes, owners = gram_hashes(text)
    return np.bincount(owners, model.weights[bucket(hashes)], len(words)).astype(np.float64)


def _credit_of_words(words: list[str], model: Model) -> npt.NDArray[np.float64]:
    tokens = [(place, token) for place, word in enumerate(words) for token in _WORD.findall(word)]
    owners = [place for place, _token in tokens]
    single = word_hashes([token for _place, token in tokens])[: len(tokens)]
    return np.bincount(owners, model.weights[bucket(single)], len(words)).astype(np.float64)
