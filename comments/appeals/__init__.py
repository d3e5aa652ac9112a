"""Asking for a second look at a decision, and who answers: somebody else, where there is one.

An author appeals once against a decision, by the receipt. Who decided may answer only where nobody
else could, and no sooner than a day later. What comes of it is settled in `appeal_outcomes`.
"""

from comments.appeals.answering import (
    MAX_ALIKE,
    Answer,
    AnsweredAlready,
    AppealRefused,
    NotYours,
    WaitsAgain,
    answer_alike,
    decide,
)
from comments.appeals.appealing import (
    Chance,
    NotAppealable,
    TooManyAppeals,
    appeal,
    chance_to_appeal,
    is_taken_away,
)
from comments.appeals.listing import (
    Waiting,
    about_spam,
    alike,
    in_reach,
    listed,
    rule_after,
    waiting,
)
from comments.appeals.turn import ALONE_AFTER, Turn, is_somebody_else_there, turn_of, who_may_answer

__all__ = [
    "ALONE_AFTER",
    "MAX_ALIKE",
    "Answer",
    "AnsweredAlready",
    "AppealRefused",
    "Chance",
    "NotAppealable",
    "NotYours",
    "TooManyAppeals",
    "Turn",
    "Waiting",
    "WaitsAgain",
    "about_spam",
    "alike",
    "answer_alike",
    "appeal",
    "chance_to_appeal",
    "decide",
    "in_reach",
    "is_somebody_else_there",
    "is_taken_away",
    "listed",
    "rule_after",
    "turn_of",
    "waiting",
    "who_may_answer",
]
