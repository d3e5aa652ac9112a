"""The queue over HTTP: the list, one comment with its history, decisions and their undoing."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from comments import moderation, permissions
from comments.models import Comment, ModerationEvent, Raid
from comments.moderation import DecisionRefused
from comments.moderation_queue import wording
from comments.moderation_queue.cards import Card, make_cards, with_last_event
from comments.moderation_queue.filters import QueueFilter, queue_url
from comments.moderation_queue.forms import DecisionForm
from comments.moderation_queue.paging import CountedPaginator
from comments.moderation_queue.screens import screen
from comments.states import EVENTS_FOR_GOOD, REMOVAL_REASONS, Action

COMMENTS_PER_PAGE = 20
# Whoever was signed out in between comes back from the log-in page with a GET.
answers_reads_too = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:queue: the comments of one tab that fit the filters, as cards."""
    permissions.require_moderator(request)
    wanted = QueueFilter(request.GET)
    counts = wanted.counts()
    comments = with_last_event(wanted.listed())
    number = wanted.number_listed(counts)
    paginator = CountedPaginator(comments, COMMENTS_PER_PAGE, count=number)
    listed = paginator.get_page(request.GET.get("p"))
    context = screen(_("Reader comments")) | {
        "filter": wanted,
        "tabs": wanted.tabs(counts),
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
        "cards": make_cards(listed.object_list, request),
        "reasons": REMOVAL_REASONS,
        "back": request.GET.urlencode(),
        "raids": Raid.objects.active(timezone.now()).select_related("page"),
    }
    return render(request, "comments/moderation/queue.html", context)


@require_safe
def history(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET reader_comments:history: one comment and everything that happened to it."""
    permissions.require_moderator(request)
    return _comment_page(request, comment_id)


@answers_reads_too
def decide(request: HttpRequest, comment_id: int) -> HttpResponse:
    """POST reader_comments:decide: carry out one decision, or say why it was not.

    A GET decides nothing and leads to the comment.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_history(comment_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _comment_page(
            request, comment_id, refusal=form.complaint, status=HTTPStatus.UNPROCESSABLE_ENTITY
        )
    return _carry_out(request, lambda: form.act(comment_id, form.ruling_of(moderator)))


@answers_reads_too
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """POST reader_comments:undo: take back the last decision on a comment.

    A GET takes nothing back and leads to the comment; 404 when there is no such event.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_history(get_object_or_404(ModerationEvent, pk=event_id).comment_id)
    return _carry_out(request, lambda: moderation.undo(event_id, moderator=moderator))


def _to_history(comment_id: int) -> HttpResponse:
    address = reverse("reader_comments:history", args=[comment_id])
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def _carry_out(request: HttpRequest, act: Callable[[], ModerationEvent]) -> HttpResponse:
    try:
        event = act()
    except (ModerationEvent.DoesNotExist, Comment.DoesNotExist) as gone:
        raise Http404 from gone
    except DecisionRefused as refused:
        number, refusal = refused.comment.pk, wording.refusal(refused)
        return _comment_page(request, number, refusal=refusal, status=HTTPStatus.CONFLICT)
    return _decided(request, event)


def _decided(request: HttpRequest, event: ModerationEvent) -> HttpResponse:
    """Back to the list where the moderator was, with a message that offers to undo it."""
    back = _back(request)
    context = {
        "event": event,
        "sentence": wording.done(event, event.comment),
        "can_undo": event.action != Action.UNDO,
        "back": back,
    }
    message = render_to_string("comments/moderation/decided.html", context, request)
    messages.success(request, message)
    return HttpResponseRedirect(queue_url(back), status=HTTPStatus.SEE_OTHER)


def _comment_page(
    request: HttpRequest, comment_id: int, *, refusal: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    """One comment as it stands now, with its history. The log outlives the comment."""
    events = ModerationEvent.objects.filter(comment_id=comment_id)
    log = list(events.select_related("actor", "undone_by"))
    if not log:
        raise Http404
    found = make_cards(with_last_event(Comment.objects.filter(pk=comment_id)), request)
    card = found[0] if found else None
    list_url = queue_url(_back(request))
    context = screen(_("One reader comment"), parent=(_("Reader comments"), list_url)) | {
        "list_url": list_url,
        "card": card,
        "log": [(event, wording.who(event)) for event in log],
        "undoable": _undoable(card, log),
        "versions": list(card.comment.versions.all()) if card else [],
        "refusal": refusal,
        "reasons": REMOVAL_REASONS,
        "back": _back(request),
    }
    return render(request, "comments/moderation/comment.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """The state of the list that the moderator came from, as its address says it."""
    return request.POST.get("back") or request.GET.get("back", "")


def _undoable(card: Card | None, log: list[ModerationEvent]) -> ModerationEvent | None:
    """The last event, when it was a decision and its comment still exists."""
    return log[-1] if card and log[-1].action not in EVENTS_FOR_GOOD else None
