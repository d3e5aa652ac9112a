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
    LINKS = "links"
    MANY_LINKS = "many_links"
    WORDS = "words"
    DUPLICATE = "duplicate"
    CHECK_FAILED = "check_failed"
    # What the newsroom's own checks say (comments/scrutiny); the filter never says these.
    ORIGIN = "origin"
    RENDERING = "rendering"
    PERSONAL_DATA = "personal_data"
    STAFF_NAME = "staff_name"
    BLOCKED = "blocked"
    HASTE = "haste"
    NOT_COUNTED = "not_counted"
    CAPTCHA = "captcha"


# Signs that honest people hardly ever show. Two different ones bin; a link or a copied
# text alone never does, because supporters paste links and calls to action.
BINNING_SIGNS = frozenset({Sign.HONEYPOT, Sign.FORM_AGE, Sign.MANY_LINKS, Sign.WORDS})


@dataclass(frozen=True)
class Evidence:
    """One sign found, with the detail that explains it (a count, a word, a host)."""

    sign: Sign
    detail: str = ""


@dataclass(frozen=True)
class Assessment:
    """The filter's whole answer. `score` counts the signs; 0 is clean."""

    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...]

    @property
    def signs(self) -> frozenset[Sign]:
        """The kinds of evidence found."""
        return frozenset(item.sign for item in self.evidence)
