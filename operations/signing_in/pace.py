"""How often anybody may guess at the door. Only failures stay counted."""

import hmac
import unicodedata
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from operations import day_keys
from operations.client_address import UNKNOWN, address_key, client_address
from operations.limits import Limit

STRETCH = timedelta(minutes=15)
FAILURES_OF_A_SENDER = 40  # an office behind one address mistypes together
FAILURES_OF_A_SENDER_AT_A_NAME = 8
# All senders whose address a proxy did not say share one key, so they get more room together.
UNKNOWN_SENDERS = 10
# Whoever gets here has the password. A code of six digits is right three times in a million.
CODE_STRETCH = timedelta(hours=1)
WRONG_CODES_OF_AN_ACCOUNT = 20
KEY_LETTERS = 32
NEW_PASSWORDS_OF_A_SENDER = 10  # an hour
NEW_PASSWORDS_OF_A_MAILBOX = 10  # a day
DAY = timedelta(days=1)


def at_the_door(request: HttpRequest, *, name: str) -> list[Limit]:
    """What a try to sign in under a name counts against. Raises `LimiterUnavailable`."""
    day_key = day_keys.current(timezone.now())
    address = client_address(request.META, trusted_proxies=settings.TRUSTED_PROXIES)
    sender = address_key(address, day_key=day_key)
    room = UNKNOWN_SENDERS if address == UNKNOWN else 1
    return [
        Limit("sign-in of a sender", sender, FAILURES_OF_A_SENDER * room, STRETCH),
        Limit(
            "sign-in of a sender at a name",
            _key(f"{sender}:{_same(name)}", day_key=day_key),
            FAILURES_OF_A_SENDER_AT_A_NAME * room,
            STRETCH,
        ),
    ]


def at_the_second_step(request: HttpRequest, user: User) -> list[Limit]:
    """What a code that is tried counts against. Raises `LimiterUnavailable`."""
    account = Limit(
        "codes of an account", f"{user.pk}", times=WRONG_CODES_OF_AN_ACCOUNT, per=CODE_STRETCH
    )
    return [account, *at_the_door(request, name=f"code of {user.pk}")]


def for_a_new_password(request: HttpRequest, *, address: str) -> list[Limit]:
    """What a mail with a link counts against. Raises `LimiterUnavailable`.

    So many for a mailbox that a stranger cannot use all of them up by mistake or in passing.
    """
    day_key = day_keys.current(timezone.now())
    sent_from = client_address(request.META, trusted_proxies=settings.TRUSTED_PROXIES)
    sender = address_key(sent_from, day_key=day_key)
    mailbox = _key(f"mailbox:{_same(address)}", day_key=day_key)
    return [
        Limit("new passwords of a sender", sender, NEW_PASSWORDS_OF_A_SENDER, CODE_STRETCH),
        Limit("new passwords of a mailbox", mailbox, NEW_PASSWORDS_OF_A_MAILBOX, DAY),
    ]


def _same(name: str) -> str:
    """Spellings of a name that lead to one account count together."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _key(text: str, *, day_key: bytes) -> str:
    return hmac.digest(day_key, text.encode(errors="replace"), "sha256").hex()[:KEY_LETTERS]
