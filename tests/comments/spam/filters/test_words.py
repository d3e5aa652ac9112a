import pytest

from comments.spam import Sign
from comments.spam.filters.words import words_of_spam
from tests.comments.spam.examinations import a_model, examine


def test_words_of_advertisers_are_named():
    found = words_of_spam(examine("Please subscribe to my channel and check out my new video!"))
    assert found is not None
    assert found.sign == Sign.SPAM_WORDS
    assert "subscribe" in found.detail


def test_a_suspicious_sentence_among_honest_ones_asks_for_a_person():
    words = "The board meets on Monday. " * 20 + "\nPlease subscribe to my channel, check it out!"
    found = words_of_spam(examine(words))
    assert found is not None
    assert found.sign == Sign.WORDS
    assert "subscribe" in found.detail


@pytest.mark.parametrize(
    "body",
    [
        "The casino workers' union supports the march.",
        "I work from home, so I can phone at noon.",
        "Make the channel of complaints public!",
        "The sheriff's budget, again? What a disgrace, you clowns.",
    ],
)
def test_campaigners_words_are_none_not_even_rude_ones(body):
    assert words_of_spam(examine(body)) is None


@pytest.mark.parametrize(
    ("score", "sign"), [(-2.01, None), (-2.0, Sign.WORDS), (5.4, Sign.SPAM_WORDS)]
)
def test_the_lines_are_those_of_the_model(score, sign):
    found = words_of_spam(examine("Anything", model=a_model(bias=score)))
    assert (found.sign if found else None) == sign


def test_without_a_score_there_is_no_evidence():
    assert words_of_spam(examine("Subscribe!", model=None)) is None
