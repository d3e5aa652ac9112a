"""A reader asks for news. Nothing is sent before the address has said yes to one question."""

import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from blog.models import CampaignPage, NewsFrequency, Subscriber
from blog.newsletter import mails
from operations import limits, mailbox, outbox

logger = logging.getLogger(__name__)

# Nobody's mailbox is filled by typing its address into forms.
QUESTIONS_TO_A_MAILBOX = (1, timedelta(days=1))
REQUESTS_OF_A_SENDER = (10, timedelta(hours=1))
# Nor is the newsroom's mail server a tool to write to everybody once.
QUESTIONS_OF_THE_SITE = (1_000, timedelta(hours=1))
NONCE_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants; without a campaign all news of the language."""

    email: str = field(repr=False)
    locale: Locale
    campaign: CampaignPage | None = None
    frequency: str = NewsFrequency.EACH


def subscribe(wish: Wish, *, sender_key: str) -> None:
    """Write the wish down and ask its address, by one mail, whether it is true.

    It looks the same from outside whether the address is known, unknown, confirmed, or was asked
    today. Call it outside a transaction. Raises `ValidationError` for what is no address.
    """
    email = mailbox.normalise(wish.email)
    if not settings.HAS_MAIL or not _takes(_sender_limit(sender_key)):
        return
    may_mail = _takes(*_mail_limits(email))
    now = timezone.now()
    with transaction.atomic():
        subscriber = _written_down(wish, email=email, now=now)
        if may_mail:
            known = subscriber.confirmed_at is not None
            mail = mails.known_already if known else mails.confirmation
            outbox.post(mail(subscriber, now=now))


def _written_down(wish: Wish, *, email: str, now: datetime) -> Subscriber:
    """The row of the wish; one that waits for its confirmation waits from now on."""
    of = {"campaign": wish.campaign} if wish.campaign else {"campaign": None, "locale": wish.locale}
    subscriber, is_new = Subscriber.objects.get_or_create(
        email=email,
        **of,
        defaults={
            "locale": wish.locale,
            "frequency": wish.frequency,
            "nonce": secrets.token_hex(NONCE_BYTES),
            "asked_at": now,
        },
    )
    if not is_new and subscriber.confirmed_at is None:
        subscriber.asked_at, subscriber.frequency = now, wish.frequency
        subscriber.save(update_fields=["asked_at", "frequency"])
    return subscriber


def _sender_limit(sender_key: str) -> limits.Limit:
    times, per = REQUESTS_OF_A_SENDER
    return limits.Limit("news asked for by a sender", sender_key or "nobody", times, per)


def _mail_limits(email: str) -> list[limits.Limit]:
    times, per = QUESTIONS_TO_A_MAILBOX
    all_times, all_per = QUESTIONS_OF_THE_SITE
    return [
        limits.Limit("news questions to a mailbox", mailbox.key_of(email), times, per),
        limits.Limit("news questions of the site", "all", all_times, all_per),
    ]


def _takes(*counted: limits.Limit) -> bool:
    """Whether there is room; when nobody can count there is none."""
    try:
        return limits.take(*counted).is_allowed
    except limits.LimiterUnavailable:
        logger.warning("%s cannot be counted; no mail was sent", counted[0].scope)
        return False
