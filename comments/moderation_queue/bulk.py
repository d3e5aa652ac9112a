"""Deciding on all comments that are alike over HTTP, and taking that back."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from comments import moderation, permissions
from comments.moderation import BULK_ACTIONS, MAX_AT_ONCE, Bulk, DecisionRefused, Seen
from comments.moderation_queue import wording
from comments.moderation_queue.filters import queue_url
from comments.moderation_queue.forms import LARGEST_NUMBER
from comments.states import Action

# The others are told by their number: a message is read in passing.
NAMED_AT_MOST = 5
# Whoever was signed out in between comes back from the log-in page with a GET.
answers_reads_too = require_http_methods(["GET", "HEAD", "POST"])


class AlikeForm(forms.Form):
    """One decision for many: what to do, and each comment as the moderator had seen it."""

    action = forms.ChoiceField(choices=[(action.value, action.label) for action in BULK_ACTIONS])
    seen = forms.CharField(max_length=40 * MAX_AT_ONCE)

    def clean_seen(self) -> list[Seen]:
        """Pairs of numbers, as `alike.Alike.seen_in_one_field` wrote them."""
        try:
            seen = [Seen(*_numbers(pair)) for pair in self.cleaned_data["seen"].split()]
        except (TypeError, ValueError) as not_ours:
            raise ValidationError(_("That is not what this page sends.")) from not_ours
        if len(seen) > MAX_AT_ONCE:
            raise ValidationError(_("Those are too many at once."))
        return seen

    @property
    def complaint(self) -> str:
        """That nothing was done, and what is wrong with what was sent."""
        wrong = " ".join(str(error) for errors in self.errors.values() for error in errors)
        return _("Nothing was changed. %(wrong)s") % {"wrong": wrong}


@answers_reads_too
def decide_alike(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:decide_alike: one decision for comments that say nearly the same.

    A GET decides nothing. What cannot be decided so is left as it is, and named.
    """
    moderator = permissions.require_moderator(request)
    form = AlikeForm(request.POST)
    if request.method == "POST" and form.is_valid():
        action, seen = Action(form.cleaned_data["action"]), form.cleaned_data["seen"]
        done = moderation.decide_together(seen, action, moderator=moderator)
        _tell(request, done, _decided(action, len(done.events)), can_undo=True)
    elif request.method == "POST":
        messages.error(request, form.complaint)
    return _to_list(request)


@answers_reads_too
def undo_alike(request: HttpRequest, batch: UUID) -> HttpResponse:
    """POST reader_comments:undo_alike: take back a decision on many, as far as it stands."""
    moderator = permissions.require_moderator(request)
    if request.method == "POST":
        done = moderation.undo_together(batch, moderator=moderator)
        _tell(request, done, _taken_back(len(done.events)), can_undo=False)
    return _to_list(request)


def _tell(request: HttpRequest, done: Bulk, sentence: str, *, can_undo: bool) -> None:
    context = {
        "sentence": sentence,
        "batch": done.batch if can_undo and done.events else None,
        "left": [(refused.comment, wording.refusal(refused)) for refused in _first(done.refused)],
        "more_left": max(len(done.refused) - NAMED_AT_MOST, 0),
        "back": request.POST.get("back", ""),
    }
    message = render_to_string("comments/moderation/decided_alike.html", context, request)
    (messages.warning if done.refused else messages.success)(request, message)


def _decided(action: Action, number: int) -> str:
    if action == Action.APPROVE:
        said = ngettext("Approved %(number)d comment.", "Approved %(number)d comments.", number)
    else:
        said = ngettext(
            "Marked %(number)d comment as spam.", "Marked %(number)d comments as spam.", number
        )
    return said % {"number": number}


def _taken_back(number: int) -> str:
    said = ngettext(
        "Took the decision on %(number)d comment back.",
        "Took the decision on %(number)d comments back.",
        number,
    )
    return said % {"number": number}


def _first(refused: Sequence[DecisionRefused]) -> Sequence[DecisionRefused]:
    return refused[:NAMED_AT_MOST]


def _numbers(pair: str) -> tuple[int, int]:
    """Raises `ValueError` for what is no pair of numbers that a row can have."""
    comment_id, event_id = (int(number) for number in pair.split("."))
    if not (0 <= comment_id <= LARGEST_NUMBER and 0 <= event_id <= LARGEST_NUMBER):
        raise ValueError(pair)
    return comment_id, event_id


def _to_list(request: HttpRequest) -> HttpResponse:
    address = queue_url(request.POST.get("back", ""))
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
