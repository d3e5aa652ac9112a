"""The signed links of mails. Each is good for one purpose and one row, and holds no address."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from blog.models import Subscriber

CONFIRM_WITHIN = timedelta(days=7)


class Purpose(StrEnum):
    """What a link lets its holder do; each is signed with a salt of its own."""

    CONFIRM = "confirm"
    MANAGE = "manage"


# Who wants no more mail is never too late.
MAX_AGE = {Purpose.CONFIRM: CONFIRM_WITHIN, Purpose.MANAGE: None}


@dataclass(frozen=True)
class Link:
    """A link whose signature is ours; what it speaks of may be gone since."""

    purpose: Purpose
    row_id: int
    nonce: str

    def subscriber(self) -> Subscriber | None:
        """Whose it is, None when that ended."""
        rows = Subscriber.objects.select_related("locale", "campaign")
        return rows.filter(pk=self.row_id, nonce=self.nonce).first()


def confirm_url(subscriber: Subscriber) -> str:
    """Where an address is confirmed."""
    return absolute(_path(Purpose.CONFIRM, subscriber))


def manage_url(subscriber: Subscriber) -> str:
    """Where a subscription is changed and ended."""
    return absolute(manage_path(subscriber))


def manage_path(subscriber: Subscriber) -> str:
    """The same without a host: from the page where it was confirmed."""
    return _path(Purpose.MANAGE, subscriber)


def absolute(path: str) -> str:
    """A path as an address for mails: under SITE_URL, whatever name a request came by."""
    return urljoin(settings.SITE_URL.geturl(), path)


def read(signed: str) -> Link | None:
    """What a signed link says; None when it is not ours or too old."""
    return next(filter(None, (_read(signed, purpose) for purpose in Purpose)), None)


def _path(purpose: Purpose, subscriber: Subscriber) -> str:
    """In the language of the edition, whatever is spoken where it is made."""
    signed = signing.dumps([subscriber.pk, subscriber.nonce], salt=_salt(purpose))
    with translation.override(subscriber.locale.language_code):
        return reverse("blog:subscription", args=[signed])


def _read(signed: str, purpose: Purpose) -> Link | None:
    try:
        row_id, nonce = signing.loads(signed, salt=_salt(purpose), max_age=MAX_AGE[purpose])
    except signing.BadSignature:
        return None
    return Link(purpose, row_id, nonce)


def _salt(purpose: Purpose) -> str:
    return f"blog.newsletter.{purpose}"
