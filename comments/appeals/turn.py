"""Who answers an appeal: not who decided, unless nobody else could and a day has passed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from accounts.models import User
from comments import permissions
from comments.appeal_outcomes import deciders, deciders_of
from comments.models import Appeal, Comment, CommentSettings
from comments.permissions import Right

# Who looks again at their own decision sleeps over it first.
ALONE_AFTER = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Whether somebody may answer an appeal now.

    `has_right` says that appeals about this comment are theirs at all, `is_own` that they took it
    away themselves, `others` how many else did not and may answer, `alone_from` from when on it is
    theirs if there are none.
    """

    has_right: bool
    is_own: bool
    others: int
    alone_from: datetime
    may_answer: bool


def turn_of(found: Appeal, *, moderator: User, now: datetime) -> Turn:
    """Whether it is this moderator's to answer the appeal."""
    before = deciders_of(found)
    able = set(who_may_answer(found.comment).values_list("pk", flat=True))
    others = len(able - before - {moderator.pk})
    has_right, is_own = moderator.pk in able, moderator.pk in before
    alone_from = found.created_at + ALONE_AFTER
    return Turn(
        has_right=has_right,
        is_own=is_own,
        others=others,
        alone_from=alone_from,
        may_answer=has_right and (not is_own or (others == 0 and now >= alone_from)),
    )


def who_may_answer(comment: Comment) -> QuerySet[User]:
    """Everybody active who may answer appeals about the comment, whoever decided."""
    holders = permissions.holders(Right.APPEALS)
    return permissions.reaching(holders, comment.page)


def is_somebody_else_there(comment: Comment) -> bool:
    """Whether there is a moderator who may answer and did not take the comment away."""
    return who_may_answer(comment).exclude(pk__in=deciders(comment.pk)).exists()


def settings_of(comment: Comment) -> CommentSettings:
    """A page that was moved out of every site has the settings that a new site has."""
    site = comment.page.get_site()
    return CommentSettings.for_site(site) if site else CommentSettings()
