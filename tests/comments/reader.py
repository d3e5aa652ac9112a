"""A reader at the form: asks for it, fills it in, sends it, as a browser would."""

import re
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from comments.forms import CommentForm
from comments.models import CommentSettings, ModerationMode
from tests.pages import Newsroom

OWN_ORIGIN = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}


def publish_what_is_clean(newsroom: Newsroom) -> None:
    """The owner's other rule: what shows no sign of spam appears at once."""
    settings = CommentSettings.for_site(newsroom.site)
    settings.moderation = ModerationMode.HOLD_DOUBTFUL
    settings.save()


def open_form(client: Client, page: Page, **query: Any) -> dict[str, str]:
    """The hidden fields of a freshly opened form page."""
    html = client.get(reverse("comments:form", args=[page.pk]), query).content.decode()
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))


def slow_token(page: Page, *, minutes: int = 1) -> str:
    """A token of a form that was opened a while ago."""
    opened = timezone.now() - timedelta(minutes=minutes)
    return CommentForm(page_id=page.pk, now=opened).fresh_token()


def send(
    client: Client, page: Page, /, *, headers: dict[str, str] | None = None, **fields: Any
) -> HttpResponse:
    """Send the form; `fields` change what an honest reader sends."""
    honest = {"name": "Ana", "body": "I will come.", "token": slow_token(page)}
    return client.post(
        reverse("comments:submit", args=[page.pk]),
        honest | fields,
        headers=OWN_ORIGIN if headers is None else headers,
    )
