"""Mails to put into the outbox."""

from operations import outbox
from operations.models import OutboxMail


def post_mail(name: str = "ana", **changes: object) -> OutboxMail:
    """A row for somebody; `changes` are fields of `outbox.Mail`."""
    fields = {
        "key": f"reply:1:{name}",
        "recipient": f"{name}@readers.example",
        "subject": f"Somebody answered {name}",
        "text": "https://news.example/comments/1/\n",
    }
    mail = outbox.Mail(**(fields | changes))
    outbox.post(mail)
    return OutboxMail.objects.get(key=mail.key)
