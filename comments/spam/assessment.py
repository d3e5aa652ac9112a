"""What the filter says: a verdict, a score, and the evidence that a person can check."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the filter advises; the policy decides."""

    PUBLISH = "publish"
    HOLD = "hold"
    BIN = "bin"


class Sign(StrEnum):
    """One kind of thing that makes the newsroom look twice."""

    HONEYPOT = "honeypot"
    FORM_AGE = "form_age"
    WORDS = "words"
    SPAM_WORDS = "spam_words"
    TRICKS = "tricks"
    LINKS = "links"
    MANY_LINKS = "many_links"
    NEW_HOST = "new_host"
    NEW_HOSTS = "new_hosts"
    DUPLICATE = "duplicate"
    BINNED_ALIKE = "binned_alike"
    TERMS = "terms"
    CHECK_FAILED = "check_failed"
    # What the newsroom's own checks say (comments/scrutiny); the filter never says these.
    ORIGIN = "origin"
    RENDERING = "rendering"
    PERSONAL_DATA = "personal_data"
    THREAT = "threat"
    STAFF_NAME = "staff_name"
    BLOCKED = "blocked"
    HASTE = "haste"
    NOT_COUNTED = "not_counted"
    CAPTCHA = "captcha"


# These only tell a moderator more; by themselves they ask for nobody.
INFORMING_SIGNS = frozenset({Sign.LINKS, Sign.TRICKS})
# Words alone never bin. One of these beside them does: each says something else than the words.
SECOND_SIGNS = frozenset({Sign.HONEYPOT, Sign.FORM_AGE, Sign.NEW_HOSTS, Sign.BINNED_ALIKE})


@dataclass(frozen=True)
class Evidence:
    """One sign found, with the detail that explains it (a count, a word, a host)."""

    sign: Sign
    detail: str = ""


@dataclass(frozen=True)
class Assessment:
    """The filter's whole answer.

    `score` is the logit of the words, 0 when they were not scored;
    `version` is that of the model which gave it, 0 for the seed. While it `is_learning`, nothing is
    binned for its word.
    """

    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...]
    version: int = 0
    is_learning: bool = True

    @property
    def signs(self) -> frozenset[Sign]:
        """The kinds of evidence found."""
        return frozenset(item.sign for item in self.evidence)
