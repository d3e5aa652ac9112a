"""A reader asks to be told. Nothing is promised to anybody before the address is confirmed."""

import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from comments.models import Comment, Frequency, Subscription, Topic
from comments.notifications import mails
from operations import limits, mailbox, outbox

logger = logging.getLogger(__name__)

# Nobody's mailbox is filled by typing its address into forms.
CONFIRMATIONS_OF_AN_ADDRESS = (1, timedelta(days=1))
REQUESTS_OF_A_SENDER = (3, timedelta(hours=1))
NONCE_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants to be told of; `comment` is None for a whole page."""

    email: str = field(repr=False)
    topic: str
    page: Page
    comment: Comment | None = None
    frequency: str = Frequency.AT_ONCE


def ask(comment: Comment, *, email: str, wish: str, sender_key: str) -> None:
    """What the form of a stored comment asked for; anything but a topic asks nothing.

    Call it outside a transaction, after the comment is stored. What fails here takes no comment
    back: the wish can be repeated from the receipt.
    """
    if wish not in Topic.values or not email:
        return
    about = None if wish == Topic.PAGE else comment
    try:
        subscribe(
            Wish(email=email, topic=wish, page=comment.page, comment=about), sender_key=sender_key
        )
    except Exception:
        logger.exception("comment %s: its writer's wish for mail was lost", comment.pk)


def subscribe(wish: Wish, *, sender_key: str) -> None:
    """Write the wish down and ask its address, by one mail, whether it is true.

    It looks the same from outside whether the address is known, unknown, confirmed, or was asked
    today. `sender_key` is the key of the request's address; all who have none ("") count as one.
    Call it outside a transaction. Raises `ValidationError` for what is no address.
    """
    email = mailbox.normalise(wish.email)
    if not settings.HAS_MAIL or not _takes(_sender_limit(sender_key)):
        return
    may_mail = _takes(_address_limit(email))
    now = timezone.now()
    with transaction.atomic():
        subscription = _written_down(wish, email=email, now=now)
        if may_mail and subscription.confirmed_at is None:
            outbox.post(mails.confirmation(subscription, now=now))


def _written_down(wish: Wish, *, email: str, now: datetime) -> Subscription:
    """The row of the wish; one that waits for its confirmation waits from now on."""
    subscription, is_new = Subscription.objects.get_or_create(
        email=email,
        topic=wish.topic,
        page=wish.page,
        comment=wish.comment,
        defaults={
            "frequency": wish.frequency,
            "language": wish.page.locale.language_code,
            "nonce": secrets.token_hex(NONCE_BYTES),
            "created_at": now,
        },
    )
    if not is_new and subscription.confirmed_at is None:
        subscription.created_at, subscription.frequency = now, wish.frequency
        subscription.save(update_fields=["created_at", "frequency"])
    return subscription


def _sender_limit(sender_key: str) -> limits.Limit:
    times, per = REQUESTS_OF_A_SENDER
    return limits.Limit("wishes of a sender", sender_key or "nobody", times, per)


def _address_limit(email: str) -> limits.Limit:
    times, per = CONFIRMATIONS_OF_AN_ADDRESS
    return limits.Limit("confirmations of an address", mailbox.key_of(email), times, per)


def _takes(limit: limits.Limit) -> bool:
    """Whether there is room; when nobody can count there is none."""
    try:
        return limits.take(limit).is_allowed
    except limits.LimiterUnavailable:
        logger.warning("%s cannot be counted; no mail was sent", limit.scope)
        return False
