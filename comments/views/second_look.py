"""What a receipt tells of an appeal: until when one is possible, how it stands, what came of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from comments import appeals, rulebook
from comments.models import Appeal, AppealState, Comment, RuleText


@dataclass(frozen=True, kw_only=True)
class SecondLook:
    """`possible_until` is None where no appeal is possible; `appeal` is the last one.

    `is_other_there` tells whether somebody else than who decided can look; `rule` is the one by
    which the decision stands since. It `waits_again` where the decision was taken back, and nobody
    has made another.
    """

    possible_until: datetime | None = None
    appeal: Appeal | None = None
    is_late: bool = False
    is_other_there: bool = True
    waits_again: bool = False
    rule: RuleText | None = None


def second_look_at(comment: Comment, *, now: datetime) -> SecondLook:
    """The second look at a comment that its author may still ask for, or asked for last."""
    if chance := appeals.chance_to_appeal(comment, now=now):
        is_other_there = appeals.is_somebody_else_there(comment)
        return SecondLook(possible_until=chance.until, is_other_there=is_other_there)
    appeal = comment.appeals.last()
    if appeal is None:
        return SecondLook()
    is_open = appeal.state == AppealState.OPEN
    return SecondLook(
        appeal=appeal,
        is_late=is_open and appeal.due_at < now,
        is_other_there=not is_open or appeals.is_somebody_else_there(comment),
        waits_again=is_open and not appeals.is_taken_away(comment),
        rule=_rule(appeal),
    )


def _rule(appeal: Appeal) -> RuleText | None:
    version = appeals.rule_after(appeal)
    return rulebook.text_of(version, translation.get_language()) if version else None
