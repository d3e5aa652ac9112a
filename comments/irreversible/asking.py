"""Asking for what cannot be taken back, confirming it as a second person, and calling it off."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.models import User
from comments import desk_log, permissions
from comments.irreversible import purging
from comments.models import (
    CommentQuerySet,
    CommentSettings,
    DeskAct,
    IrreversibleAct,
    IrreversibleKind,
    ModerationEvent,
)
from comments.moderation import Seen
from operations import limits

WAIT = timedelta(hours=24)
MAX_WANTED = 20_000
TRIES, STRETCH = 5, timedelta(hours=1)
UNCOUNTED_WAIT_SECONDS = 60
MARK_SALT = "comments.irreversible.shown"


class WrongPassword(Exception):
    """Nothing was done: it is not the password of whoever asks."""


class TooManyTries(Exception):
    """No password is looked at for `retry_after_seconds`."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"again in {retry_after_seconds} seconds")
        self.retry_after_seconds = retry_after_seconds


class NothingWanted(Exception):
    """There is no comment that it could be about."""


class TooManyWanted(Exception):
    """More comments than `MAX_WANTED` at once."""


class OtherThanShown(Exception):
    """Since the administrator looked, it is about others, or something has happened to them."""


class NotPossible(Exception):
    """`act` is over, or was confirmed, or is not this person's to confirm."""

    def __init__(self, act: IrreversibleAct) -> None:
        super().__init__(str(act))
        self.act = act


def check_password(password: str, *, user: User) -> None:
    """Whether whoever sits there is who signed in. Call it outside a transaction.

    Raises `WrongPassword`, and `TooManyTries` after five tries in an hour, or when nobody can
    count them.
    """
    try:
        tries = limits.Limit("passwords for what is irreversible", str(user.pk), TRIES, STRETCH)
        allowance = limits.take(tries)
    except limits.LimiterUnavailable as problem:
        raise TooManyTries(UNCOUNTED_WAIT_SECONDS) from problem
    if not allowance.is_allowed:
        raise TooManyTries(allowance.retry_after_seconds)
    if not user.check_password(password):
        raise WrongPassword


def ask(
    kind: IrreversibleKind,
    comments: CommentQuerySet,
    *,
    administrator: User,
    needs_second: bool,
    now: datetime,
) -> IrreversibleAct:
    """Have something done to comments, as they stand now, after `WAIT`; the password was checked.

    A comment that something happens to meanwhile is left alone. Raises `NothingWanted` and
    `TooManyWanted`.
    """
    wanted = wanted_of(comments)
    if not wanted:
        raise NothingWanted
    if len(wanted) > MAX_WANTED:
        raise TooManyWanted
    with transaction.atomic():
        act = IrreversibleAct.objects.create(
            kind=kind,
            wanted=wanted,
            asked_by=administrator,
            asked_at=now,
            due_at=now + WAIT,
            needs_second=needs_second,
        )
        number = len(wanted)
        desk_log.record(
            DeskAct.ASK, actor=administrator, subject=act.pk, kind=kind, comments=number
        )
    return act


def ask_as_shown(
    kind: IrreversibleKind,
    comments: CommentQuerySet,
    *,
    shown: str,
    administrator: User,
    now: datetime,
) -> IrreversibleAct:
    """As `ask`, if it is about what was shown: `shown` is what `mark_of` gave for that.

    Raises `OtherThanShown`, too.
    """
    with transaction.atomic():
        act = ask(kind, comments, administrator=administrator, needs_second=needs_second(), now=now)
        if not constant_time_compare(mark_of(act.wanted), shown):
            raise OtherThanShown
    return act


def wanted_of(comments: CommentQuerySet) -> list[list[int]]:
    """Each of the comments with its last event; one more than `MAX_WANTED` where more are."""
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    # The newest first: what answers comes before what it answers.
    seen = comments.newest_first().annotate(seen=Subquery(latest.values("pk")[:1]))
    return [list(row) for row in seen.values_list("pk", "seen")[: MAX_WANTED + 1]]


def mark_of(wanted: list[list[int]]) -> str:
    """What a form carries of the comments that it shows: a digest of them, signed."""
    return salted_hmac(MARK_SALT, json.dumps(wanted), algorithm="sha256").hexdigest()


def confirm(act_id: int, *, administrator: User, now: datetime) -> IrreversibleAct:
    """Agree to it as the second person; the password was checked. Raises `NotPossible`."""
    with transaction.atomic():
        act = IrreversibleAct.objects.select_for_update().get(pk=act_id)
        if not may_confirm(act, administrator=administrator):
            raise NotPossible(act)
        act.confirmed_by, act.confirmed_at = administrator, now
        act.save(update_fields=["confirmed_by", "confirmed_at"])
        desk_log.record(DeskAct.CONFIRM, actor=administrator, subject=act.pk, kind=act.kind)
    return act


def may_confirm(act: IrreversibleAct, *, administrator: User) -> bool:
    """Whether it waits for a second person, and this is one."""
    is_second = act.asked_by_id != administrator.pk
    return _is_open(act) and act.needs_second and act.confirmed_at is None and is_second


def call_off(act_id: int, *, administrator: User | None, now: datetime) -> IrreversibleAct:
    """Let it not be done; any administrator may. None: nobody is left who wants it.

    Raises `NotPossible` when it is over.
    """
    with transaction.atomic():
        act = IrreversibleAct.objects.select_for_update().get(pk=act_id)
        if not _is_open(act):
            raise NotPossible(act)
        act.called_off_at = now
        act.save(update_fields=["called_off_at"])
        desk_log.record(
            DeskAct.CALL_OFF,
            actor=administrator,
            subject=act.pk,
            kind=act.kind,
            comments=len(act.wanted),
            deleted=number_gone(act),
        )
    return act


def number_gone(act: IrreversibleAct) -> int:
    """How many of the comments that are to be deleted are gone already; none by an export."""
    if act.kind == IrreversibleKind.EXPORT:
        return 0
    return len(act.wanted) - purging.number_left([Seen(*row) for row in act.wanted])


def needs_second() -> bool:
    """Whether the owner wants two people for it at any site, and there are two."""
    is_wanted = CommentSettings.objects.filter(needs_second_person=True).exists()
    return is_wanted and permissions.administrators().count() > 1


def _is_open(act: IrreversibleAct) -> bool:
    return act.done_at is None and act.called_off_at is None
