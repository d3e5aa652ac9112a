"""One comment as it stands now, and everything that happened to it. The log outlives it."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions, rulebook
from comments.models import CommentVersion, ModerationEvent
from comments.moderation_queue import masking, wording
from comments.moderation_queue.cards import Card, make_cards
from comments.moderation_queue.chosen import Typed
from comments.moderation_queue.drawing import draw
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.masking import Segment
from comments.moderation_queue.screens import screen


@require_safe
def history(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET reader_comments:history: one comment and everything that happened to it."""
    permissions.require_moderator(request)
    return comment_page(request, comment_id)


def comment_page(
    request: HttpRequest,
    comment_id: int,
    *,
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
    typed: Typed | None = None,
) -> HttpResponse:
    """The page of one comment, with why a decision on it was refused. Raises `Http404`.

    `typed` is what the refused decision had chosen and typed: the card holds it again.
    """
    events = ModerationEvent.objects.filter(comment_id=comment_id)
    log = list(events.select_related("actor", "undone_by"))
    if not log:
        raise Http404
    found = make_cards([comment_id], request)
    card = found[0] if found else None
    back, rules = back_of(request), rulebook.in_force(get_language() or "")
    list_url = queue_url(back)
    again = {comment_id: typed} if typed else None
    context = screen(_("One reader comment"), parent=(_("Reader comments"), list_url)) | {
        "list_url": list_url,
        "card": card,
        "cards": draw(found, back=back, rules=rules, is_listed=False, typed=again),
        "log": [(event, wording.act(event.action), wording.who(event)) for event in log],
        "undoable": _undoable(card, log),
        "versions": _versions(card) if card else [],
        "refusal": refusal,
        "back": back,
    }
    return render(request, "comments/moderation/comment.html", context, status=status)


def _versions(card: Card) -> list[tuple[CommentVersion, list[Segment]]]:
    """Its other words, each typed and covered where there is something to cover."""
    versions = card.comment.versions.all()
    return [
        (each, masking.masked(each.body, card.settings))
        if card.masked or masking.has_personal_data(each.evidence)
        else (each, [])
        for each in versions
    ]


def _undoable(card: Card | None, log: list[ModerationEvent]) -> ModerationEvent | None:
    """The last event, when it was a decision that may be taken back and its comment exists."""
    itself = ModerationEvent.objects.filter(pk=log[-1].pk).revocable()
    return log[-1] if card and itself.exists() else None
