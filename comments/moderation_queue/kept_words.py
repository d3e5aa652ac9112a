"""Words that came too late: handed back to whoever typed them, with why they were not kept."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from comments.moderation_queue.filters import queue_url
from comments.moderation_queue.screens import screen


def hand_back(request: HttpRequest, words: str, *, title: str, why: str) -> HttpResponse:
    """A page with the words as they were typed, to be copied; 409."""
    context = screen(title, parent=(_("Reader comments"), queue_url()))
    context |= {"words": words, "why": why, "list_url": queue_url()}
    page = "comments/moderation/kept_words.html"
    return render(request, page, context, status=HTTPStatus.CONFLICT)
