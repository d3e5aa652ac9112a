"""What each filter looks at."""

from dataclasses import dataclass

from comments.spam.context import SpamContext
from comments.spam.scoring import Score
from comments.submission import Submission


@dataclass(frozen=True)
class Examination:
    """A submission, what is known of it, and the score of its words, None when there is none."""

    submission: Submission
    context: SpamContext
    score: Score | None
