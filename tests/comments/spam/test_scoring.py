"""The score of a text, or of its most suspicious sentence."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from comments.spam import scoring
from comments.spam.assessment import Verdict
from comments.spam.features import SIZE, bucket, word_hashes
from comments.spam.model import Model, Thresholds
from comments.spam.reading import MAX_CHARACTERS
from comments.spam.scoring import (
    MAX_SENTENCES,
    MIN_SENTENCE_CHARACTERS,
    SENTENCE_MARGIN,
    OutOfTime,
    score,
    sentences_of,
)
from tests.comments.spam.hostile import LENGTH, hostile_texts

HONEST = "Nobody at the council answered our question about the rent."
SPAM = "Come and see the casino of my uncle right now, casino casino."


def model(*, bias: float = -5.0, hold_at: float = -2.0, bin_at: float = 5.0) -> Model:
    """It knows one word: "casino" alone, as a word, weighs 20."""
    weights = np.zeros(SIZE, np.float32)
    weights[bucket(word_hashes(["casino"]))] = 20
    return Model(weights, bias, Thresholds(hold_at, bin_at))


@dataclass
class Watch:
    """Says that it is late from the `late_at`-th time on that it is asked."""

    late_at: int
    asked: list[bool] = field(default_factory=list)

    def __call__(self) -> bool:
        self.asked.append(len(self.asked) + 1 >= self.late_at)
        return self.asked[-1]


def test_an_honest_text_scores_what_the_model_says() -> None:
    found = score(HONEST, model())
    assert (found.value, found.whole) == (-5, -5)
    assert found.verdict == Verdict.PUBLISH


def test_a_text_of_one_sentence_is_read_once() -> None:
    found = score(SPAM, model())
    assert found.value == found.whole > -5
    assert found.reading.typed == SPAM


def test_the_most_suspicious_sentence_counts_less_a_margin() -> None:
    alone = score(SPAM, model()).whole
    found = score(f"{HONEST} {SPAM} {HONEST}", model())
    assert found.whole < alone
    assert found.value == pytest.approx(alone - SENTENCE_MARGIN)
    assert found.reading.typed == SPAM


def test_padding_does_not_lower_the_score_further_and_further() -> None:
    once, often = (score(SPAM + f"\n{HONEST}" * times, model()) for times in (3, 30))
    assert often.whole < once.whole
    assert often.value == once.value


def test_a_whole_text_that_is_worse_than_its_sentences_keeps_its_own_score() -> None:
    found = score("The casino is over there now.\nWhat a casino that was!", model())
    assert found.value >= found.whole


def test_a_sentence_alone_never_bins() -> None:
    lines = model(bin_at=-1.5)
    found = score(f"{HONEST} {SPAM} " + HONEST * 9, lines)
    assert found.value > -1.5 > found.whole
    assert found.verdict == Verdict.HOLD


@pytest.mark.parametrize(
    ("bias", "verdict"),
    [(-2.01, Verdict.PUBLISH), (-2.0, Verdict.HOLD), (4.99, Verdict.HOLD), (5.0, Verdict.BIN)],
)
def test_lines_belong_to_the_worse_side(bias: float, verdict: Verdict) -> None:
    assert score("word", model(bias=bias)).verdict == verdict


def test_lateness_is_asked_for_before_each_sentence_and_stops_the_scoring() -> None:
    watch = Watch(late_at=3)
    with pytest.raises(OutOfTime):
        score(f"{HONEST}\n" * 9, model(), is_late=watch)
    assert watch.asked == [False, False, True]


def test_a_text_of_one_sentence_is_never_late() -> None:
    assert score(HONEST, model(), is_late=Watch(late_at=1)).whole == -5


def test_an_empty_text_has_the_score_of_nothing() -> None:
    assert score("", model()).value == -5


def test_empty_lines_are_no_sentences() -> None:
    """Or the score of nothing would stand for the whole of an honest text."""
    watch = Watch(late_at=99)
    assert score(f"\n {HONEST}\n\n \n", model(), is_late=watch).reading.typed.strip() == HONEST
    assert watch.asked == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One sentence that is long enough, without an end", []),
        ("One sentence that is long enough. ", []),
        (
            "The first of them is long enough. The second is long enough, too!",
            ["The first of them is long enough.", "The second is long enough, too!"],
        ),
        (
            "The first of them is long enough\n\n  The second is long enough, too",
            ["The first of them is long enough", "The second is long enough, too"],
        ),
        ("No. Never. I told you that I will not move.", []),
        (
            "Is it? I think that it is here\u2026 And so?",
            [],
        ),
        ("It costs 3.50 at www.example.org or more", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_short_sentences_are_read_together_with_the_next() -> None:
    found = sentences_of("Go. " * 100)
    assert all(len(sentence) >= MIN_SENTENCE_CHARACTERS for sentence in found[:-1])
    assert " ".join(found).split() == ["Go."] * 100


def test_what_follows_the_last_sentence_that_is_counted_belongs_to_it() -> None:
    found = sentences_of(f"{HONEST} " * (MAX_SENTENCES + 7))
    assert len(found) == MAX_SENTENCES
    assert found[-1] == " ".join([HONEST] * 8)


def test_a_text_is_scored_as_far_as_it_is_read() -> None:
    padding = f"{HONEST}\n" * (MAX_CHARACTERS // len(HONEST) + 1)
    assert score(padding + SPAM, model()).value == -5


def test_margin_is_below_the_way_from_publishing_to_binning() -> None:
    assert 0 < SENTENCE_MARGIN < 5.4 + 2


def test_there_are_many_hostile_texts_and_each_is_as_long_as_a_comment_can_be() -> None:
    texts = hostile_texts()
    assert len(texts) >= 30
    assert len(set(texts.values())) == len(texts)
    assert {len(text) for text in texts.values()} == {LENGTH} == {MAX_CHARACTERS}


@pytest.mark.parametrize("name", hostile_texts())
def test_a_hostile_text_has_a_score(name: str) -> None:
    assert np.isfinite(score(hostile_texts()[name], model()).value)


@pytest.mark.parametrize("name", hostile_texts())
def test_a_hostile_text_has_no_more_sentences_than_are_counted(name: str) -> None:
    sentences = scoring.sentences_of(hostile_texts()[name])
    assert len(sentences) <= MAX_SENTENCES
    assert sum(map(len, sentences)) <= LENGTH
