"""Who decides what, and how a decision can fail."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import User
from comments.models import Comment, ModerationEvent, RuleVersion
from comments.states import Reason


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """Who decides, what they had seen when they decided, and why.

    `seen_event_id` is the comment's last event as the moderator saw it. `batch` ties the
    events of one bulk decision together. A removal is by a rule as it stands now, or by a `reason`
    alone; `explanation` is what its author is told in the moderator's own words.
    """

    moderator: User
    seen_event_id: int
    reason: str = Reason.NONE
    batch: UUID | None = None
    rule_version: RuleVersion | None = None
    explanation: str = ""

    @property
    def ground(self) -> str:
        """The reason that the log keeps: the rule's, where there is one."""
        return self.rule_version.rule.reason if self.rule_version else self.reason


class DecisionRefused(Exception):
    """The decision was not carried out; `comment` is as it stands now."""

    def __init__(self, comment: Comment) -> None:
        super().__init__(str(comment))
        self.comment = comment


class StaleDecision(DecisionRefused):
    """Somebody else was faster; `latest` is what happened since."""

    def __init__(self, comment: Comment, latest: ModerationEvent) -> None:
        super().__init__(comment)
        self.latest = latest


class TransitionNotAllowed(DecisionRefused):
    """The table of transitions has no such step from where the comment stands."""


class AnswerIsFinal(TransitionNotAllowed):
    """What is to be taken back is the answer to an appeal."""


class NothingToRestore(DecisionRefused):
    """The comment's words are gone (imported as removed, or erased), so it cannot come back."""


class RuleGone(DecisionRefused):
    """The rule was changed or retired before the decision on many came to this comment."""


class ReasonMissing(ValueError):
    """A removal without a reason: a fault of the caller, for the moderator's form demands one."""
