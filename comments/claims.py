"""Who is looking at which comments, so that two volunteers do not decide the same one.

A claim asks others to wait and refuses them nothing: whoever decides first has decided.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from comments.models import Claim, Comment

LASTS = timedelta(minutes=5)


def claim(comment_ids: Collection[int], *, user: User, now: datetime) -> Mapping[int, User]:
    """Let others know that `user` looks at these comments, for five minutes from `now`.

    Returns those of them that somebody else is looking at, and who: they stay with them. What does
    not exist is passed over.
    """
    mine_or_free = Q(user=user) | Q(until__lte=now)
    until = now + LASTS
    with transaction.atomic():
        known = list(Comment.objects.filter(pk__in=comment_ids).values_list("pk", flat=True))
        Claim.objects.filter(mine_or_free, comment__in=known).update(user=user, until=until)
        Claim.objects.bulk_create(
            [Claim(comment_id=number, user=user, until=until) for number in known],
            ignore_conflicts=True,
        )
    others = Claim.objects.filter(comment__in=known).exclude(user=user).select_related("user")
    return {found.comment_id: found.user for found in others}


def release(comment_ids: Collection[int]) -> None:
    """Nobody is looking at these any more: they are decided."""
    if comment_ids:
        Claim.objects.filter(comment__in=comment_ids).delete()


def forget_past() -> None:
    """Claims that have ended go; a job of the clock."""
    Claim.objects.filter(until__lte=timezone.now()).delete()
