"""The reasons that an author is given for a decision: by which rule, in which words, by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation

from comments import rulebook
from comments.models import Comment, ModerationEvent, RuleText
from comments.states import Action, CommentStatus, RemovedBy

# Where a comment is not, or not any more, what its author wanted it to be.
NOT_SHOWN = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """`reason` is the code of a removal by no rule; `explanation` the moderator's own words.

    `was_flagged` tells that a machine had asked for a person to look.
    """

    rule: RuleText | None = None
    reason: str = ""
    explanation: str = ""
    was_flagged: bool = False


def statement_of(comment: Comment, decisions: Sequence[ModerationEvent]) -> Statement:
    """The reasons for where a comment stands, in the language of the moment.

    `decisions` are those on it that stand, the last one first, with rule and explanation.
    """
    decision = _decisive(comment, decisions)
    if decision is None:
        return Statement()
    explanation = getattr(decision, "explanation", None)
    is_removal = decision.action == Action.REMOVE
    return Statement(
        rule=_rule(decision),
        reason=decision.reason if is_removal and not decision.rule_version else "",
        explanation=explanation.words if explanation else "",
        was_flagged=decision.was_flagged and comment.status in NOT_SHOWN,
    )


def _decisive(comment: Comment, decisions: Sequence[ModerationEvent]) -> ModerationEvent | None:
    """The decision that brought the comment where it is: of a removed one, always the removal."""
    if comment.status == CommentStatus.REMOVED:
        if comment.removed_by != RemovedBy.ADMINISTRATOR:
            return None
        return next((each for each in decisions if each.action == Action.REMOVE), None)
    latest = decisions[0] if decisions else None
    return latest if latest and latest.to_status == comment.status else None


def _rule(decision: ModerationEvent) -> RuleText | None:
    version = decision.rule_version
    return rulebook.text_of(version, translation.get_language()) if version else None
