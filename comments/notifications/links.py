"""The signed links of mails. Each is good for one purpose and one row, and holds no address."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse

from accounts.models import User
from comments.models import Subscription

CONFIRM_WITHIN = timedelta(days=3)


class Purpose(StrEnum):
    """What a link lets its holder do; each is signed with a salt of its own."""

    CONFIRM = "confirm"
    MANAGE = "manage"
    MODERATOR = "moderator"  # a moderator wants no more mail


# Who wants no more mail is never too late.
MAX_AGE = {Purpose.CONFIRM: CONFIRM_WITHIN, Purpose.MANAGE: None, Purpose.MODERATOR: None}


@dataclass(frozen=True)
class Link:
    """A link whose signature is ours; what it speaks of may be gone since."""

    purpose: Purpose
    row_id: int
    nonce: str

    def subscription(self) -> Subscription | None:
        """The reader's wish that it speaks of, None when it ended."""
        if self.purpose == Purpose.MODERATOR:
            return None
        rows = Subscription.objects.select_related("page__locale", "comment")
        return rows.filter(pk=self.row_id, nonce=self.nonce).first()

    def moderator(self) -> User | None:
        """The moderator to whom it was sent, None when the account is gone."""
        if self.purpose != Purpose.MODERATOR:
            return None
        return User.objects.filter(pk=self.row_id).first()


def confirm_url(subscription: Subscription) -> str:
    """Where an address is confirmed."""
    return _url(Purpose.CONFIRM, subscription.pk, subscription.nonce)


def manage_url(subscription: Subscription) -> str:
    """Where a subscription is changed and ended."""
    return _url(Purpose.MANAGE, subscription.pk, subscription.nonce)


def manage_path(subscription: Subscription) -> str:
    """The same without a host: from the page where it was confirmed."""
    return _path(Purpose.MANAGE, subscription.pk, subscription.nonce)


def moderator_url(user: User) -> str:
    """Where a moderator ends the mails about what waits."""
    return _url(Purpose.MODERATOR, user.pk, "")


def absolute(path: str) -> str:
    """A path as an address for mails: under SITE_URL, whatever name a request came by."""
    return urljoin(settings.SITE_URL.geturl(), path)


def read(signed: str) -> Link | None:
    """What a signed link says; None when it is not ours or too old."""
    return next(filter(None, (_read(signed, purpose) for purpose in Purpose)), None)


def _url(purpose: Purpose, row_id: int, nonce: str) -> str:
    return absolute(_path(purpose, row_id, nonce))


def _path(purpose: Purpose, row_id: int, nonce: str) -> str:
    signed = signing.dumps([row_id, nonce], salt=_salt(purpose))
    return reverse("comments:notice", args=[signed])


def _read(signed: str, purpose: Purpose) -> Link | None:
    try:
        row_id, nonce = signing.loads(signed, salt=_salt(purpose), max_age=MAX_AGE[purpose])
    except signing.BadSignature:
        return None
    return Link(purpose, row_id, nonce)


def _salt(purpose: Purpose) -> str:
    return f"comments.notifications.{purpose}"
