"""The second half of the log: what happens at the desk and changes no comment's standing."""

from django.db import transaction

from accounts.models import User
from comments.models import DeskAct, DeskEvent


class OutsideOfTheAct(RuntimeError):
    """An event was recorded outside the transaction of its act: one could be kept without it."""


def record(
    act: DeskAct, *, actor: User | None, subject: int | None = None, **data: str | int | bool
) -> DeskEvent:
    """Append an event; call it inside the act's transaction. Nobody edits it afterwards.

    `subject` is the number of the comment for reports and appeals, else of the act's own row.
    `data` holds codes and numbers, never a reader's words, name or address.
    Raises `OutsideOfTheAct`.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideOfTheAct(act)
    return DeskEvent.objects.create(
        act=act,
        actor=actor,
        actor_number=actor.pk if actor else None,
        subject=subject,
        data=data,
    )
