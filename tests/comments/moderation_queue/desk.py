"""What a moderator does at the queue, as a browser would send it.

The whole list is one form: the fields of each comment end in its number, and a button of a card
decides that comment alone.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comments.models import Comment, ModerationEvent
from comments.states import Action

QUEUE = reverse("reader_comments:queue")
DECIDE = reverse("reader_comments:decide")
AS_A_SCRIPT = {"Accept": "application/json"}
UNDO_BUTTON = re.compile(r'action="[^"]*/undo/')


def fields_of(comment: Comment, **fields: Any) -> dict[str, Any]:
    """The fields of one card: `seen` as the comment stands, and what else is typed in."""
    sent = {"seen": comment.events.latest("pk").pk} | fields
    return {f"{name}-{comment.pk}": value for name, value in sent.items()}


def decide(
    client: Client, comment: Comment, action: Action, *, back: str = "", **fields: Any
) -> HttpResponse:
    """Press one of the buttons below a comment, having seen it as it stands."""
    sent = {"decide": f"{comment.pk}.{action}", "back": back}
    return client.post(DECIDE, sent | fields_of(comment, **fields))


def carry_out(
    client: Client, chosen: Mapping[Comment, Action], *, back: str = "", **fields: Any
) -> HttpResponse:
    """Choose something for each of the comments, and press the button for all of them."""
    sent: dict[str, Any] = {"together": "1", "back": back}
    for comment, action in chosen.items():
        sent |= fields_of(comment, choice=action, **fields)
    return client.post(DECIDE, sent)


def undo(client: Client, event: ModerationEvent, **fields: Any) -> HttpResponse:
    """Press Undo."""
    return client.post(reverse("reader_comments:undo", args=[event.pk]), fields)


def read_queue(client: Client, **query: Any) -> str:
    """The list, as HTML."""
    return client.get(QUEUE, query).content.decode()


def read_history(client: Client, comment: Comment, **query: Any) -> str:
    """One comment with its history, as HTML."""
    return client.get(reverse("reader_comments:history", args=[comment.pk]), query).content.decode()


def buttons(html: str) -> list[str]:
    """The decisions that the page offers, in their order, as their labels."""
    return re.findall(r'<button[^>]*name="decide"[^>]*>\s*([\w ]+?)\s*</button>', html)
