"""The visible list of filters, and how their evidence becomes a verdict."""

import logging
from collections.abc import Callable, Iterator

from comments.spam.assessment import BINNING_SIGNS, Assessment, Evidence, Sign, Verdict
from comments.spam.context import SpamContext
from comments.spam.filters.duplicates import repeated_text
from comments.spam.filters.form_age import sent_too_fast
from comments.spam.filters.honeypot import filled_honeypot
from comments.spam.filters.links import links_in_body
from comments.spam.filters.words import spam_phrases
from comments.submission import Submission

logger = logging.getLogger(__name__)

Filter = Callable[[Submission, SpamContext], Evidence | None]

# Adding a filter: its file, one line here, its test.
FILTERS: tuple[Filter, ...] = (
    filled_honeypot,
    sent_too_fast,
    links_in_body,
    spam_phrases,
    repeated_text,
)
SIGNS_NEEDED_TO_BIN = 2


def assess(
    submission: Submission, context: SpamContext, filters: tuple[Filter, ...] = FILTERS
) -> Assessment:
    """Run every filter and weigh what they found; a broken filter asks for a person."""
    evidence = tuple(_evidence(submission, context, filters))
    signs = {item.sign for item in evidence}
    if len(signs & BINNING_SIGNS) >= SIGNS_NEEDED_TO_BIN:
        verdict = Verdict.BIN
    elif signs:
        verdict = Verdict.HOLD
    else:
        verdict = Verdict.PUBLISH
    return Assessment(verdict, float(len(signs)), evidence)


def _evidence(
    submission: Submission, context: SpamContext, filters: tuple[Filter, ...]
) -> Iterator[Evidence]:
    for check in filters:
        try:
            found = check(submission, context)
        except Exception:
            logger.exception("spam filter %s failed", check.__name__)
            found = Evidence(Sign.CHECK_FAILED, check.__name__)
        if found:
            yield found
