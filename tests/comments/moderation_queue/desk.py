"""What a moderator does at the queue, as a browser would send it."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comments.models import Comment, ModerationEvent
from comments.states import Action

QUEUE = reverse("reader_comments:queue")


def decide(client: Client, comment: Comment, action: Action, **fields: Any) -> HttpResponse:
    """Press one of the buttons below a comment, having seen it as it stands."""
    sent = {"action": action, "seen_event_id": comment.events.latest("pk").pk} | fields
    return client.post(reverse("reader_comments:decide", args=[comment.pk]), sent)


def undo(client: Client, event: ModerationEvent, **fields: Any) -> HttpResponse:
    """Press Undo."""
    return client.post(reverse("reader_comments:undo", args=[event.pk]), fields)


def read_queue(client: Client, **query: Any) -> str:
    """The list, as HTML."""
    return client.get(QUEUE, query).content.decode()


def read_history(client: Client, comment: Comment, **query: Any) -> str:
    """One comment with its history, as HTML."""
    return client.get(reverse("reader_comments:history", args=[comment.pk]), query).content.decode()
