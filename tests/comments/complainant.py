"""A reader who reports a comment, as a browser would, from any address."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments import receipts
from comments.models import Comment, Report, ReportReason
from tests.comments.reader import OWN_ORIGIN


def address_of(comment: Comment) -> str:
    """Where the comment is reported."""
    return reverse("comments:report", args=[comment.pk])


def send_report(
    client: Client,
    comment: Comment,
    /,
    *,
    address: str = "192.0.2.1",
    headers: dict[str, str] | None = None,
    **fields: Any,
) -> HttpResponse:
    """Send the form; `fields` change what is filled in."""
    return client.post(
        address_of(comment),
        {"reason": ReportReason.NAMES_ME} | fields,
        headers=OWN_ORIGIN if headers is None else headers,
        REMOTE_ADDR=address,
    )


def make_report(comment: Comment, reason: str = ReportReason.SPAM, **fields: Any) -> Report:
    """A report by somebody else than all before."""
    number = Report.objects.count()
    defaults = {
        "receipt_digest": receipts.digest(f"secret {number}"),
        "reporter_key": f"reader {number}",
        "is_proven": True,
        "created_at": timezone.now(),
    }
    return Report.objects.create(comment=comment, reason=reason, **(defaults | fields))
