import numpy as np

from comments.spam import Thresholds, seed
from comments.spam.explaining import MAX_WORDS, telling_marks, telling_words
from comments.spam.features import SIZE
from comments.spam.model import Model
from comments.spam.reading import read

SILENT = Model(np.zeros(SIZE, np.float32), 0.0, Thresholds(-2, 5))


def words_of(text, model=None):
    return telling_words(read(text), model or seed.load())


def test_the_words_that_say_most_come_first():
    found = words_of("The mayor said: subscribe to my channel and check this")
    assert set(found[:3]) == {"subscribe", "channel", "check"}


def test_function_words_explain_nothing():
    assert not {"the", "and", "this", "your"} & set(words_of("the and this your subscribe"))


def test_a_word_is_told_once_and_without_its_signs():
    assert words_of('"Subscribe!" subscribe, (subscribe)') == ["subscribe"]


def test_no_more_than_a_few_are_told():
    assert len(words_of("subscribe channel check video please visit follow click")) == MAX_WORDS


def test_words_without_weight_are_not_told():
    assert words_of("subscribe to my channel", SILENT) == []


def test_marks_that_speak_for_spam_are_told():
    assert "links" in telling_marks(read("see http://a.example and http://b.example"), seed.load())


def test_without_weights_no_mark_is_told():
    assert telling_marks(read("FREE $5 http://a.example"), SILENT) == []


def test_nothing_is_told_of_nothing():
    assert words_of("") == []
