"""Makes mails of what was noted."""

import json
from datetime import timedelta

from django.conf import settings
from django.db import Error, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from operations import limits, outbox
from operations.error_mail.noting import FOLDER
from operations.limits import Limit
from operations.outbox import Mail

EVERY = timedelta(hours=1)  # at most one mail for a place in the code


def post_noted() -> None:
    """Posts a mail for every place that was noted, unless it had one this hour; a clock's job.

    Where no mail server is set up the notes wait. Raises `LimiterUnavailable` and
    `django.db.Error`, and keeps them.
    """
    if not settings.HAS_MAIL or not settings.ERROR_MAIL_TO:
        return
    for path in sorted((settings.DATA_DIR / FOLDER).glob("*.json")):
        try:
            note = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue  # another worker was faster
        limit = Limit("error mail", path.stem, times=1, per=EVERY)
        if limits.take(limit).is_allowed:
            _post_or_give_back(note, limit)
        path.unlink(missing_ok=True)


def _post_or_give_back(note: dict[str, str | list[str]], limit: Limit) -> None:
    """All mails or none; with none, the next run is free to try again."""
    try:
        with transaction.atomic():
            _post(note, place=limit.key)
    except Error:
        limits.give_back(limit)
        raise


def _post(note: dict[str, str | list[str]], *, place: str) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        host = settings.SITE_URL.netloc
        text = _(
            "Something failed at %(host)s, at %(time)s:\n"
            "%(kind)s (%(logger)s)\n\n"
            "%(places)s\n\n"
            "The log says more. Of this place you are told once an hour at most."
        ) % {"host": host, **note, "places": "\n".join(note["places"])}
        for number, recipient in enumerate(settings.ERROR_MAIL_TO):
            mail = Mail(
                key=f"error:{place}:{note['time']}:{number}",
                recipient=recipient,
                subject=_("Error at %(host)s: %(kind)s") % {"host": host, "kind": note["kind"]},
                text=f"{text}\n",
            )
            outbox.post(mail)
