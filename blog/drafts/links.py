"""Links to drafts: made and taken back by whoever may edit the page.

The secret of a link is derived from its row and the newsroom's secret key, so that its maker can
look it up again, and so that the database alone, which has a digest, opens nothing.
"""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User
from blog.models import DraftLink
from blog.models.draft_links import DraftLinkQuerySet

SALT = "blog.draft_link"
LIFETIMES = {days: timedelta(days=days) for days in (1, 7, 30)}
USUAL_DAYS = 7
KEPT_AFTERWARDS = timedelta(days=30)  # to answer who had shared what; the log keeps that for good


def make(page: Page, *, user: User, days: int, now: datetime) -> DraftLink:
    """A new link to the newest draft of a page, for a lifetime in days."""
    link = DraftLink(page=page, made_by=user, made_at=now, expires_at=now + LIFETIMES[days])
    link.digest = _digest(_secret(link, settings.SECRET_KEY))
    with transaction.atomic():
        link.save()
        log(page, "blog.draft_link_made", user=user, data={"days": days})
    return link


def revoke(link: DraftLink, *, user: User, now: datetime) -> None:
    """The link opens nothing from now on."""
    with transaction.atomic():
        DraftLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now)
        log(link.page, "blog.draft_link_revoked", user=user)


def secret_of(link: DraftLink) -> str:
    """What stands in the address; "" once the secret key it was made with is gone."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = _secret(link, key)
        if _digest(secret) == link.digest:
            return secret
    return ""


def find(secret: str, *, now: datetime) -> DraftLink | None:
    """The working link of a secret: its maker still works here and may still edit the page."""
    links = DraftLink.objects.working(now).select_related("page", "made_by")
    link = links.filter(digest=_digest(secret)).first()
    return link if link and may_share(link.page, link.made_by) else None


def links_to(page: Page, *, now: datetime) -> DraftLinkQuerySet:
    """The working links to a page, the newest first."""
    links: DraftLinkQuerySet = DraftLink.objects.working(now).filter(page_id=page.pk)
    return links.select_related("made_by").order_by("-made_at")


def may_share(page: Page, user: User) -> bool:
    """Whoever may change a page may show its draft to somebody."""
    return bool(page.permissions_for_user(user).can_edit())


def forget_past() -> None:
    """Deletes links a month after they ended; a job of the clock."""
    limit = timezone.now() - KEPT_AFTERWARDS
    DraftLink.objects.filter(expires_at__lt=limit).delete()
    DraftLink.objects.filter(revoked_at__lt=limit).delete()


def _secret(link: DraftLink, key: str | bytes) -> str:
    made = f"{link.page_id}:{link.made_by_id}:{link.made_at.timestamp()!r}"
    return salted_hmac(SALT, made, key, algorithm="sha256").hexdigest()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
