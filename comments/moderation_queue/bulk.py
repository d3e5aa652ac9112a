"""Deciding on many comments over HTTP: all that fit the list, or all alike; and taking it back.

The buttons stand in the form that holds the list: what was typed on its cards is handed back.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from comments import permissions, rulebook
from comments.models import BulkJob
from comments.models.explanation import MAX_EXPLANATION_CHARACTERS
from comments.moderation import (
    JOINT_ACTIONS,
    MAX_AT_ONCE,
    JointDecision,
    Seen,
    jobs,
)
from comments.moderation_queue import chosen, handed_back, looked_at
from comments.moderation_queue.chosen import Typed
from comments.moderation_queue.drawing import Drawn
from comments.moderation_queue.filters import QueueFilter, back_of, queue_url
from comments.moderation_queue.forms import LARGEST_NUMBER, rule_as_seen
from comments.moderation_queue.handed_back import HandedBack
from comments.moderation_queue.jobs import LEFT, tell
from comments.moderation_queue.looked_at import LARGEST_MOMENT, LookedAt
from comments.moderation_queue.screens import answers_reads_too, screen, wants_json
from comments.states import Action

CARRIED = ("up_to", "reports", "told_until", "fitted")
OFFERED = [action for action in JOINT_ACTIONS if action != Action.UNDO]


class ManyForm(forms.Form):
    """One decision for many: what to do, and for a removal by which rule, with which words."""

    action = forms.ChoiceField(choices=[(action.value, action.label) for action in OFFERED])
    rule = forms.CharField(required=False)
    words = forms.CharField(max_length=MAX_EXPLANATION_CHARACTERS, required=False)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """A removal is by a rule in force; the others are by none, and tell the author nothing."""
        cleaned = super().clean() or {}
        name, cleaned["rule"] = cleaned.get("rule") or "", None
        if cleaned.get("action") == Action.REMOVE:
            missing = _("Choose a rule for removing them.")
            cleaned["rule"] = rule_as_seen(name, missing=missing)
        else:
            cleaned["words"] = ""
        return cleaned

    def decision_of(self, moderator: User) -> JointDecision:
        """What a valid form says."""
        return JointDecision(
            action=Action(self.cleaned_data["action"]),
            moderator=moderator,
            rule_version=self.cleaned_data["rule"],
            explanation=self.cleaned_data["words"],
        )

    @property
    def complaint(self) -> str:
        """That nothing was done, and what is wrong with what was sent."""
        wrong = " ".join(str(error) for errors in self.errors.values() for error in errors)
        return _("Nothing was changed. %(wrong)s") % {"wrong": wrong}


class MatchingForm(ManyForm):
    """For all that fit the list as the moderator saw it: the newest event, and `LookedAt`."""

    up_to = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER)
    reports = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, required=False)
    told_until = forms.IntegerField(min_value=0, max_value=LARGEST_MOMENT, required=False)
    fitted = forms.CharField(max_length=64, required=False)

    def looked_at(self) -> LookedAt:
        """What a valid form carries."""
        return LookedAt(
            reports=self.cleaned_data["reports"] or 0,
            told_until=self.cleaned_data["told_until"] or 0,
            fitted=self.cleaned_data["fitted"],
        )


class AlikeForm(ManyForm):
    """For comments alike: each as the moderator had seen it."""

    seen = forms.CharField(max_length=40 * MAX_AT_ONCE)

    def clean_seen(self) -> list[Seen]:
        """Pairs of numbers, as `alike.Alike.seen_in_one_value` wrote them."""
        try:
            seen = [Seen(*_numbers(pair)) for pair in self.cleaned_data["seen"].split()]
        except (TypeError, ValueError) as not_ours:
            raise ValidationError(_("That is not what this page sends.")) from not_ours
        if len(seen) > MAX_AT_ONCE:
            raise ValidationError(_("Those are too many at once."))
        return seen


@answers_reads_too
def decide_matching(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:decide_matching: one decision for all that fit the list, on every page.

    `back` is the list's state. What came or changed since the moderator looked is not in it; where
    the log does not tell what came, nothing is decided on (409). Nor is anything where a filter
    makes no sense, for then the list shows more than was asked for. A script gets JSON. A GET
    decides nothing.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    form = MatchingForm(chosen.joint(request.POST, "matching"))
    wanted = QueueFilter(QueryDict(back_of(request)), among=permissions.within(request))
    if not form.is_valid():
        return _refuse(request, form.complaint)
    if wanted.errors:
        return _refuse(request, _("Nothing was changed. One of the filters makes no sense."))
    looked, up_to = form.looked_at(), form.cleaned_data["up_to"]
    try:
        is_the_same = looked_at.fitting(wanted, up_to=up_to) == looked.fitted
    except looked_at.TooMany:
        return _look_again(request, _too_many())
    if not is_the_same:
        return _look_again(request, _("Nothing was changed. Other comments fit this list now."))
    comments = looked_at.decided_on(wanted, looked)
    return _answer(request, jobs.start(comments, form.decision_of(moderator), up_to=up_to))


@answers_reads_too
def decide_alike(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:decide_alike: one decision for comments that say nearly the same.

    What cannot be decided so is left as it is, and named. A script gets JSON. A GET decides
    nothing.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    form = AlikeForm(chosen.joint(request.POST, "alike"))
    if not form.is_valid():
        return _refuse(request, form.complaint)
    seen = _within(request, form.cleaned_data["seen"])
    return _answer(request, jobs.start_seen(seen, form.decision_of(moderator)))


@answers_reads_too
def undo_alike(request: HttpRequest, batch: UUID) -> HttpResponse:
    """POST reader_comments:undo_alike: take back a decision on many, as far as it stands."""
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    return _answer(request, jobs.undo(batch, moderator=moderator))


def _within(request: HttpRequest, seen: list[Seen]) -> list[Seen]:
    """What a section's moderator names of beyond the section is as if it were not there."""
    if permissions.section_for(request) is None:
        return seen
    numbers = [one.comment_id for one in seen]
    own = set(permissions.within(request).filter(pk__in=numbers).values_list("pk", flat=True))
    return [one for one in seen if one.comment_id in own]


def _answer(request: HttpRequest, job: BulkJob) -> HttpResponse:
    """Back to the list with what was done, or to the page that shows how far it is.

    Where somebody has typed on cards that are not decided by it: a page with these.
    """
    told = tell(job, back=back_of(request))
    address = told.address
    if wants_json(request):
        return JsonResponse(told.as_json() | {"job": address})
    if left := _left(request, job):
        handed, message = HandedBack(typed=left), told.as_message(request)
        return handed_back.page(request, handed, title=_("Decided"), told=message)
    if job.ended_at is None:
        return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
    (messages.warning if told.left else messages.success)(request, told.as_message(request))
    return _to_list(request)


def _left(request: HttpRequest, job: BulkJob) -> dict[int, Typed]:
    """What was typed on cards of comments that the decision leaves as they are."""
    items = job.items.filter(comment_id__in=chosen.numbers(request.POST))
    decided = items.exclude(outcome__in=LEFT).values_list("comment_id", flat=True)
    return chosen.left(request.POST, decided=set(decided))


def _too_many() -> str:
    number = number_format(looked_at.MOST_COMPARED, force_grouping=True)
    return _(
        "Nothing was changed. More than %(number)s comments fit this list: narrow it by dates, so"
        " that nothing is decided on that came into it since you looked."
    ) % {"number": number}


def _look_again(request: HttpRequest, why: str) -> HttpResponse:
    """Why nothing was done, where the list has to be looked at before it is decided on again.

    What was typed and chosen for all can be read there, and copied.
    """
    code = rulebook.code_of(request.POST.get("rule", ""))
    rules = [rule for rule in rulebook.in_force(get_language() or "") if rule.rule.code == code]
    again = {"by": rules, "kept": request.POST.get("words", "")}
    return _not_done(request, why, again, status=HTTPStatus.CONFLICT)


def _refuse(request: HttpRequest, why: str) -> HttpResponse:
    """Why nothing was done; a page has the same decision again, with what was typed and chosen."""
    again = {
        "chosen": rulebook.code_of(request.POST.get("rule", "")),
        "words": request.POST.get("words", ""),
        "hidden": [(name, request.POST.get(name)) for name in CARRIED],
        "actions": [action for action in OFFERED if action == request.POST.get("matching")],
        "rules": rulebook.in_force(get_language() or ""),
    }
    return _not_done(request, why, again, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _not_done(
    request: HttpRequest, why: str, again: Mapping[str, object], *, status: HTTPStatus
) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"why": why}, status=status)
    list_url = queue_url(back_of(request))
    context = screen(_("Not carried out"), parent=(_("Reader comments"), list_url)) | {
        "why": why,
        "list_url": list_url,
        "back": back_of(request),
        "left": _cards(request),
    }
    template = "comments/moderation/many_refused.html"
    return render(request, template, {**context, **again}, status=status)


def _cards(request: HttpRequest) -> list[Drawn]:
    """The cards of the list that somebody has typed on, as they stand now."""
    typed = chosen.left(request.POST)
    return handed_back.cards(request, list(typed), typed=typed)


def _numbers(pair: str) -> tuple[int, int]:
    """Raises `ValueError` for what is no pair of numbers that a row can have."""
    comment_id, event_id = (int(number) for number in pair.split("."))
    if not (0 <= comment_id <= LARGEST_NUMBER and 0 <= event_id <= LARGEST_NUMBER):
        raise ValueError(pair)
    return comment_id, event_id


def _to_list(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)
