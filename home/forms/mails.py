"""Tells by mail that something came: once an hour at most, and nothing of what it was."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from home.models import FormPage
from operations.outbox import Mail, post

STRETCH = timedelta(hours=1)


def tell(page: FormPage, *, now: datetime) -> None:
    """Post the mail, in the caller's transaction; what comes soon after it waits for the next."""
    if not (settings.HAS_MAIL and page.mail_to):
        return
    hour = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    if not post(_mail(page, hour, due_at=now)):
        post(_mail(page, hour + STRETCH, due_at=hour + STRETCH))


def _mail(page: FormPage, hour: datetime, *, due_at: datetime) -> Mail:
    with translation.override(page.locale.language_code):
        title = " ".join(page.title.split())
        lines = [
            _("Something came through the form “%(title)s”. Read it here:") % {"title": title},
            _list_url(page),
            _("You get this mail once an hour at most, however much comes."),
        ]
        return Mail(
            key=f"form:{page.pk}:{hour:%Y%m%d%H}:{page.mail_to}",
            recipient=page.mail_to,
            subject=_("Something came: %(title)s") % {"title": title},
            text="\n\n".join(lines) + "\n",
            due_at=due_at,
        )


def _list_url(page: FormPage) -> str:
    path = reverse("wagtailforms:list_submissions", args=[page.pk])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
