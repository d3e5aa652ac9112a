"""Phrases that advertisers use and campaigners do not. A start, until the filter learns here."""

from comments.spam.assessment import Evidence, Sign
from comments.spam.context import SpamContext
from comments.submission import Submission

# Chosen by us as phrases, never single everyday words; each alone is enough to ask a person.
SPAM_PHRASES = (
    "adult dating",
    "buy followers",
    "cheap viagra",
    "check out my channel",
    "crypto giveaway",
    "dinero desde casa",
    "double your bitcoin",
    "earn money from home",
    "gana dinero rápido",
    "hot singles",
    "make money online",
    "online casino",
    "onlyfans.com",
    "payday loan",
    "préstamo rápido",
    "replica watches",
    "seo services",
    "subscribe to my channel",
    "suscríbete a mi canal",
    "work from home and earn",
)


def spam_phrases(submission: Submission, context: SpamContext) -> Evidence | None:
    """Evidence naming the first phrases found, in the words or in the name."""
    text = " ".join(f"{submission.author_name} {submission.body}".casefold().split())
    found = [phrase for phrase in SPAM_PHRASES if phrase in text]
    return Evidence(Sign.WORDS, ", ".join(found[:3])) if found else None
