"""Comments of the past with what the filter had said of them and what people said."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, SpamLabel
from comments.spam.features import VERSION
from tests.comments.factories import make_comment


def make_decided(
    post,
    body: str = "I will come.",
    *,
    is_spam: bool = False,
    verdict: str = "publish",
    **label: Any,
) -> Comment:
    """A comment that a person decided on."""
    comment = make_comment(post, body, verdict=verdict)
    defaults = {"features": b"", "featuriser": VERSION, "decided_at": timezone.now(), "score": 0.0}
    SpamLabel.objects.create(
        comment=comment, is_spam=is_spam, verdict=verdict, **(defaults | label)
    )
    return comment


def address(name: str) -> str:
    return reverse(f"spam_filter:{name}")


def read(client: Client, name: str, **query: Any) -> str:
    """One of the screens, its spaces made plain."""
    html = client.get(address(name), query).content.decode()
    return " ".join(html.replace("\xa0", " ").split())


def send(client: Client, place: str, /, **fields: Any) -> HttpResponse:
    return client.post(address(place), fields)


def words_of(response: HttpResponse) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())
