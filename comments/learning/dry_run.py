"""What other thresholds, or a list of terms, would have done to comments of the past.

Nothing is changed here. Words that are gone cannot be read again: those comments are left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, TypeVar

from django.utils.html import strip_tags

from comments import serving
from comments.learning.report_card import Tally
from comments.models import BodyFormat, Comment, SpamLabel
from comments.spam import Model, Sign, Terms, Thresholds, Verdict
from comments.spam.assess import verdict_of
from comments.spam.reading import read
from comments.spam.scoring import Score, score

# Of the newest. To read them again takes half a second, and three where all are as long as can be.
MOST_COMPARED = 1_000
MOST_CHARACTERS = 1_000_000
MOST_TERMS_SHOWN = 20
WORD_SIGNS = {Verdict.HOLD: Sign.WORDS, Verdict.BIN: Sign.SPAM_WORDS}
# Enough of a comment to score it, and to name it in a list.
FIELDS = (
    "author_name",
    "author_website",
    "body",
    "body_format",
    "evidence",
    "verdict",
    "created_at",
)


@dataclass(frozen=True)
class Outcome:
    """What would be said of comments that people found to be spam, and of the others."""

    spam: Tally
    honest: Tally


@dataclass(frozen=True)
class Change:
    """A comment that would be treated otherwise."""

    comment: Comment
    is_spam: bool
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class ThresholdsEffect:
    """`compared` decided comments, under the thresholds in force and under the others."""

    compared: int
    before: Outcome
    after: Outcome
    changed: tuple[Change, ...]


@dataclass(frozen=True)
class Hit:
    """A comment that the filter let pass, and terms that would have held it.

    `is_spam` is what a person said, None when nobody did.
    """

    comment: Comment
    is_spam: bool | None
    found: tuple[str, ...]


@dataclass(frozen=True)
class TermCount:
    """How many of the comments newly held have a term."""

    term: str
    honest: int
    spam: int
    undecided: int


@dataclass(frozen=True)
class TermsEffect:
    """Of `compared` comments, those that would newly wait for a person because of a term."""

    terms: int
    compared: int
    held: tuple[Hit, ...]

    @property
    def counts(self) -> TermCount:
        """How many of each kind would newly wait."""
        return _counted("", self.held)

    @property
    def by_term(self) -> list[TermCount]:
        """The terms that hold most, those that hold most honest comments first."""
        named = Counter(term for hit in self.held for term in hit.found)
        counts = [_counted(term, [hit for hit in self.held if term in hit.found]) for term in named]
        counts.sort(key=lambda each: (-each.honest, -each.undecided, -each.spam, each.term))
        return counts[:MOST_TERMS_SHOWN]


def of_thresholds(wanted: Thresholds) -> ThresholdsEffect:
    """What the model in force would say of the last decided comments under other thresholds."""
    model = serving.current().model
    moved = replace(model, thresholds=wanted)
    compared = [
        _compared(label, model, moved)
        for label in _within(_decided(), lambda label: label.comment.body)
    ]
    return ThresholdsEffect(
        compared=len(compared),
        before=_outcome((each.is_spam, each.before) for each in compared),
        after=_outcome((each.is_spam, each.after) for each in compared),
        changed=tuple(each for each in compared if each.before != each.after),
    )


def of_terms(terms: Terms) -> TermsEffect:
    """Which of the last comments that the filter let pass have one of the terms."""
    comments = list(_within(_recent(), lambda comment: comment.body))
    passed = [each for each in comments if each.verdict not in (Verdict.HOLD, Verdict.BIN)]
    said = _said_of(passed)
    found = ((each, _found(terms, each)) for each in passed)
    held = tuple(Hit(each, said.get(each.pk), words) for each, words in found if words)
    return TermsEffect(len(terms), len(comments), held)


Row = TypeVar("Row", SpamLabel, Comment)


def _within(rows: Iterable[Row], body: Callable[[Row], str]) -> Iterator[Row]:
    """The first rows, as long as their words together are not too long to be read at once."""
    left = MOST_CHARACTERS
    for row in rows:
        left -= len(body(row))
        if left < 0:
            return
        yield row


def _decided() -> Iterable[SpamLabel]:
    labels = SpamLabel.objects.select_related("comment").exclude(comment__body="")
    wanted = ("is_spam", *(f"comment__{field}" for field in FIELDS))
    return labels.only(*wanted).order_by("-decided_at", "-pk")[:MOST_COMPARED]


def _recent() -> Iterable[Comment]:
    """The last comments of readers, whatever became of them."""
    written = Comment.objects.filter(staff_author=None).exclude(body="")
    return written.only(*FIELDS).newest_first()[:MOST_COMPARED]


def _compared(label: SpamLabel, model: Model, moved: Model) -> Change:
    scored = score(label.comment.body, model)
    before, after = (
        _verdict(label.comment, each) for each in (scored, replace(scored, model=moved))
    )
    return Change(label.comment, label.is_spam, before, after)


def _verdict(comment: Comment, scored: Score) -> Verdict:
    """What the words say now, with the other signs that the comment came with."""
    signs = {sign for sign in _signs(comment) if sign not in WORD_SIGNS.values()}
    words = WORD_SIGNS.get(scored.verdict)
    return verdict_of(frozenset(signs | {words} if words else signs))


def _signs(comment: Comment) -> Iterable[Sign]:
    """Those that are still known; an older newsroom may have noted others."""
    known: Mapping[str, Sign] = {sign.value: sign for sign in Sign}
    noted: Iterable[Any] = comment.evidence  # JSON
    return (known[item["sign"]] for item in noted if item.get("sign") in known)


def _outcome(said: Iterable[tuple[bool, Verdict]]) -> Outcome:
    verdicts = list(said)
    return Outcome(
        spam=Tally.of([verdict for is_spam, verdict in verdicts if is_spam]),
        honest=Tally.of([verdict for is_spam, verdict in verdicts if not is_spam]),
    )


def _found(terms: Terms, comment: Comment) -> tuple[str, ...]:
    linked = (read(comment.body).hosts, read(comment.author_website).hosts)
    return terms.found_in(comment.author_name, read(_words(comment)).text, sum(linked, ()))


def _words(comment: Comment) -> str:
    """What readers see of it, for tags and their attributes are no words."""
    is_html = comment.body_format == BodyFormat.HTML
    return unescape(strip_tags(comment.body)) if is_html else comment.body


def _said_of(comments: Sequence[Comment]) -> dict[int, bool]:
    labels = SpamLabel.objects.filter(comment__in=comments)
    return dict(labels.values_list("comment_id", "is_spam"))


def _counted(term: str, hits: Sequence[Hit]) -> TermCount:
    said = Counter(hit.is_spam for hit in hits)
    return TermCount(term, honest=said[False], spam=said[True], undecided=said[None])
