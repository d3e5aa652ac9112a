"""The words themselves, weighed by the model."""

from comments.spam.assessment import Evidence, Sign, Verdict
from comments.spam.examination import Examination
from comments.spam.explaining import telling_words


def words_of_spam(examined: Examination) -> Evidence | None:
    """Evidence when the model doubts the words, naming those that say most."""
    score = examined.score
    if score is None or score.verdict == Verdict.PUBLISH:
        return None
    sign = Sign.SPAM_WORDS if score.verdict == Verdict.BIN else Sign.WORDS
    return Evidence(sign, ", ".join(telling_words(score.reading, score.model)))
