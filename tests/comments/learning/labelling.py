"""Labels without a database, by day and moderator."""

from datetime import UTC, datetime, timedelta

from comments.learning import lesson
from comments.learning.lesson import Labelled, Lesson
from comments.learning.trust import Day, Origin
from comments.spam import seed
from comments.spam.features import Features
from tests.comments.learning.texts import HONEST, SPAM, features_of, texts_like

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)

Label = tuple[Features, bool, Origin, datetime]


def said(text: str, number: int, *, is_spam: bool, by: int = 1, day: int = 0) -> list[Label]:
    """So many labels of one moderator's day, each below a page of its own."""
    at = NINE + timedelta(days=day)
    texts = texts_like(text, number, beginning_with=1000 * day + 100 * by)
    return [
        (features_of(each), is_spam, Origin(Day(by, at.date()), page), at)
        for page, each in enumerate(texts)
    ]


def honest_days() -> list[list[Label]]:
    """Three days on which one moderator says what the seed says."""
    return [
        group
        for day in range(1, 4)
        for group in (
            said(SPAM, 10, is_spam=True, day=day),
            said(HONEST, 30, is_spam=False, day=day),
        )
    ]


def weighed(*groups: list[Label], **fields) -> Lesson:
    """The lesson of some labels, on top of the seed."""
    labels = [label for group in groups for label in group]
    columns = zip(*labels, strict=True) if labels else ([], [], [], [])
    return lesson.weigh(Labelled(*columns), seed=seed.load(), **fields)
