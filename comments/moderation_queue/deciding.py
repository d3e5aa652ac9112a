"""Decisions over HTTP: one by its button, or all that were chosen on a page; and their undoing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from comments import claims, moderation, permissions
from comments.models import Comment, ModerationEvent
from comments.moderation import DecisionRefused
from comments.moderation_queue import chosen, handed_back, wording
from comments.moderation_queue.chosen import Choice, Typed
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.handed_back import HandedBack, as_html
from comments.moderation_queue.history import comment_page
from comments.moderation_queue.screens import answers_reads_too, wants_json
from comments.states import REVOCABLE


@dataclass(frozen=True)
class Refused:
    """A decision that was not carried out, and why in a sentence."""

    comment_id: int
    why: str
    status: HTTPStatus
    typed: Typed | None = None


@dataclass(frozen=True)
class Carried:
    """What became of the decisions of one form. `batch` is the number of several together."""

    batch: UUID | None
    done: list[ModerationEvent] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@answers_reads_too
def decide(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:decide: carry out what was decided on a page of the list.

    Each is a decision of its own; what is stale, or not possible, is refused and named with who
    was faster, and changes nothing. A script gets JSON. A GET decides nothing.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    sent = chosen.read(request.POST)
    own = _within(request, sent.choices)
    carried = _carry_out(own, moderator, batch=None if sent.is_one else uuid4())
    carried.refused.extend(_beyond(choice) for choice in sent.choices if choice not in own)
    claims.release([event.comment_id for event in carried.done])
    if wants_json(request):
        return _as_json(request, carried)
    if sent.is_one and not sent.left:
        return _one(request, carried)
    return _several(request, carried, left=sent.left)


def _beyond(choice: Choice) -> Refused:
    """Whether it is there at all is not told."""
    why = _("The comment is not in your section any more; nothing was changed.")
    return Refused(choice.comment_id, why, HTTPStatus.FORBIDDEN)


def _within(request: HttpRequest, choices: Sequence[Choice]) -> Sequence[Choice]:
    """What a section's moderator decides on beyond the section is as if it were not there."""
    if permissions.section_for(request) is None:
        return choices
    numbers = [choice.comment_id for choice in choices]
    own = set(permissions.within(request).filter(pk__in=numbers).values_list("pk", flat=True))
    return [choice for choice in choices if choice.comment_id in own]


@answers_reads_too
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """POST reader_comments:undo: take back the last decision on a comment.

    A GET takes nothing back and leads to the comment; 404 when there is no such event.
    """
    moderator = permissions.require_moderator(request)
    event = get_object_or_404(ModerationEvent, pk=event_id)
    if request.method != "POST":
        address = reverse("reader_comments:history", args=[event.comment_id])
        return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
    carried = Carried(None)
    _try(carried, event.comment_id, partial(moderation.undo, event_id, moderator=moderator))
    return _as_json(request, carried) if wants_json(request) else _one(request, carried)


def _carry_out(choices: Sequence[Choice], moderator: User, *, batch: UUID | None) -> Carried:
    carried = Carried(batch)
    for choice in choices:
        if choice.form.is_valid():
            ruling = choice.form.ruling_of(moderator, batch=batch)
            act = partial(choice.form.act, choice.comment_id, ruling)
            _try(carried, choice.comment_id, act, typed=choice.typed)
        else:
            why, status = choice.form.complaint, HTTPStatus.UNPROCESSABLE_ENTITY
            carried.refused.append(Refused(choice.comment_id, why, status, choice.typed))
    return carried


def _try(
    carried: Carried,
    comment_id: int,
    act: Callable[[], ModerationEvent],
    *,
    typed: Typed | None = None,
) -> None:
    """Carry one decision out, and note what became of it."""
    try:
        carried.done.append(act())
    except DecisionRefused as refused:
        why, status = wording.refusal(refused), HTTPStatus.CONFLICT
        carried.refused.append(Refused(comment_id, why, status, typed))
    except (Comment.DoesNotExist, ModerationEvent.DoesNotExist):
        why, status = _("The comment was deleted."), HTTPStatus.NOT_FOUND
        carried.refused.append(Refused(comment_id, why, status, typed))


def _as_json(request: HttpRequest, carried: Carried) -> JsonResponse:
    """What a script has to know: what was done, what was not and why.

    `card` is HTML of a comment that stands otherwise than the moderator saw it: "" where there is
    none to show any more, None where the card that is there will do.
    """
    done = [
        {
            "comment": event.comment_id,
            "event": event.pk,
            "sentence": wording.done(event, event.comment),
        }
        for event in carried.done
    ]
    anew = {
        each.comment_id: each.typed or chosen.NOTHING
        for each in carried.refused
        if each.status == HTTPStatus.CONFLICT
    }
    drawn = handed_back.cards(request, list(anew), typed=anew) if anew else []
    html = {each.card.comment.pk: each.html for each in drawn}
    refused = [
        {"comment": each.comment_id, "why": each.why, "card": _card(each, html)}
        for each in carried.refused
    ]
    status = HTTPStatus.CONFLICT if refused and not done else HTTPStatus.OK
    answer = {"done": done, "refused": refused, "batch": carried.batch}
    return JsonResponse(answer, status=status)


def _card(refused: Refused, html: Mapping[int, str]) -> str | None:
    is_sound = refused.status == HTTPStatus.UNPROCESSABLE_ENTITY
    return None if is_sound else html.get(refused.comment_id, "")


def _one(request: HttpRequest, carried: Carried) -> HttpResponse:
    """Back to the list with a message that offers to undo it, or the comment and why not."""
    if carried.refused:
        [refused] = carried.refused
        why, status, typed = refused.why, refused.status, refused.typed
        if status == HTTPStatus.FORBIDDEN:
            raise Http404
        return comment_page(request, refused.comment_id, refusal=why, status=status, typed=typed)
    if not carried.done:
        raise Http404
    messages.success(request, _told(request, carried))
    return _to_list(request)


def _several(request: HttpRequest, carried: Carried, *, left: Mapping[int, Typed]) -> HttpResponse:
    """Back to the list; where something is left, a page with that and the comments as they are.

    What was done is told in either case, with one Undo for all of it. What is left was refused, or
    somebody has typed on it and not decided yet.
    """
    told = _told(request, carried) if carried.done or not carried.refused else ""
    if not carried.refused and not left:
        (messages.success if carried.done else messages.warning)(request, told)
        return _to_list(request)
    own = [each for each in carried.refused if each.status != HTTPStatus.FORBIDDEN]
    beyond = [each.why for each in carried.refused if each not in own]
    handed = HandedBack(
        why={each.comment_id: each.why for each in own},
        typed={each.comment_id: each.typed for each in own if each.typed} | dict(left),
        beyond=beyond[0] if beyond else "",
    )
    return handed_back.page(request, handed, title=_("Decided"), told=told)


def _told(request: HttpRequest, carried: Carried) -> str:
    """What was done, as a message that offers to take it back."""
    context: dict[str, object] = {"back": back_of(request)}
    if carried.batch is None and carried.done:
        [event] = carried.done
        context |= {"event": event, "sentence": wording.done(event, event.comment)}
        context |= {"can_undo": event.action in REVOCABLE}
        return as_html("decided", context, request)
    context |= {
        "sentence": wording.done_together(carried.done),
        "batch": carried.batch if carried.done else None,
    }
    return as_html("decided_together", context, request)


def _to_list(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)
