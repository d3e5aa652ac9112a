"""The visible list of filters, and how their evidence becomes a verdict."""

import logging
from collections.abc import Callable, Iterator

from comments.spam.assessment import (
    INFORMING_SIGNS,
    SECOND_SIGNS,
    Assessment,
    Evidence,
    Sign,
    Verdict,
)
from comments.spam.context import SpamContext
from comments.spam.examination import Examination
from comments.spam.filters.duplicates import said_before
from comments.spam.filters.form_age import sent_too_fast
from comments.spam.filters.honeypot import filled_honeypot
from comments.spam.filters.hosts import links_to_new_hosts
from comments.spam.filters.links import links_in_body
from comments.spam.filters.terms import listed_terms
from comments.spam.filters.tricks import hides_its_words
from comments.spam.filters.words import words_of_spam
from comments.spam.scoring import OutOfTime, Score, score
from comments.submission import Submission

logger = logging.getLogger(__name__)

Filter = Callable[[Examination], Evidence | None]

# Adding a filter: its file, one line here, its test.
FILTERS: tuple[Filter, ...] = (
    filled_honeypot,
    sent_too_fast,
    words_of_spam,
    hides_its_words,
    links_in_body,
    links_to_new_hosts,
    said_before,
    listed_terms,
)


class ModelMissing(Exception):
    """No model can be used."""


def assess(
    submission: Submission, context: SpamContext, filters: tuple[Filter, ...] = FILTERS
) -> Assessment:
    """Score the words, run every filter, and weigh what they found.

    What breaks, and what is not done in time, asks for a person.
    """
    scored, failure = _score(submission, context)
    examined = Examination(submission, context, scored)
    evidence = (*failure, *_evidence(examined, filters))
    return Assessment(
        verdict=verdict_of(frozenset(item.sign for item in evidence)),
        score=scored.value if scored else 0.0,
        evidence=evidence,
        version=context.model.version if context.model else 0,
        is_learning=context.is_learning,
    )


def verdict_of(signs: frozenset[Sign]) -> Verdict:
    """What these signs together advise."""
    if Sign.SPAM_WORDS in signs and signs & SECOND_SIGNS and Sign.CHECK_FAILED not in signs:
        return Verdict.BIN
    return Verdict.HOLD if signs - INFORMING_SIGNS else Verdict.PUBLISH


def _score(
    submission: Submission, context: SpamContext
) -> tuple[Score | None, tuple[Evidence, ...]]:
    try:
        if context.model is None:
            raise ModelMissing
        return score(submission.body, context.model, is_late=context.is_late), ()
    except Exception:
        logger.exception("the spam filter could not score a comment")
        return None, (Evidence(Sign.CHECK_FAILED, "score"),)


def _evidence(examined: Examination, filters: tuple[Filter, ...]) -> Iterator[Evidence]:
    for check in filters:
        try:
            if examined.context.is_late():
                raise OutOfTime
            found = check(examined)
        except Exception:
            logger.exception("spam filter %s failed", check.__name__)
            found = Evidence(Sign.CHECK_FAILED, check.__name__)
        if found:
            yield found
