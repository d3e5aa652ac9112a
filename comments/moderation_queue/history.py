"""One comment as it stands now, and everything that happened to it. The log outlives it."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions, rulebook
from comments.models import ModerationEvent
from comments.moderation_queue import wording
from comments.moderation_queue.cards import Card, make_cards
from comments.moderation_queue.drawing import draw
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import screen
from comments.states import EVENTS_FOR_GOOD


@require_safe
def history(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET reader_comments:history: one comment and everything that happened to it."""
    permissions.require_moderator(request)
    return comment_page(request, comment_id)


def comment_page(
    request: HttpRequest, comment_id: int, *, refusal: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    """The page of one comment, with why a decision on it was refused. Raises `Http404`."""
    events = ModerationEvent.objects.filter(comment_id=comment_id)
    log = list(events.select_related("actor", "undone_by"))
    if not log:
        raise Http404
    found = make_cards([comment_id], request)
    card = found[0] if found else None
    back, rules = back_of(request), rulebook.in_force(get_language() or "")
    list_url = queue_url(back)
    context = screen(_("One reader comment"), parent=(_("Reader comments"), list_url)) | {
        "list_url": list_url,
        "card": card,
        "cards": draw(found, back=back, rules=rules, is_listed=False),
        "log": [(event, wording.who(event)) for event in log],
        "undoable": _undoable(card, log),
        "versions": list(card.comment.versions.all()) if card else [],
        "refusal": refusal,
        "back": back,
    }
    return render(request, "comments/moderation/comment.html", context, status=status)


def _undoable(card: Card | None, log: list[ModerationEvent]) -> ModerationEvent | None:
    """The last event, when it was a decision and its comment still exists."""
    return log[-1] if card and log[-1].action not in EVENTS_FOR_GOOD else None
