"""The thresholds over HTTP: where they are, what others would have done, and moving them."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.models import User
from comments import permissions, serving
from comments.learning import dry_run, versions
from comments.learning.dry_run import ThresholdsEffect
from comments.models import SpamFilter
from comments.spam import Thresholds, seed
from comments.spam_report.screens import filter_screen, needs_a_model, to
from comments.spam_report.trial import TrialForm
from comments.spam_report.wording import in_words

STEP = 0.1
LOWEST, HIGHEST = -20, 20  # scores are logits: beyond this one is as sure as can be
SHOWN_CHANGES = 50


class ThresholdsForm(TrialForm):
    """Both lines, or neither: those that the filter was shipped with."""

    hold_at = forms.FloatField(
        label=gettext_lazy("Ask a person from"),
        required=False,
        min_value=LOWEST,
        max_value=HIGHEST,
        widget=forms.NumberInput(attrs={"step": STEP}),
    )
    bin_at = forms.FloatField(
        label=gettext_lazy("Bin from, and only with a second sign"),
        required=False,
        min_value=LOWEST,
        max_value=HIGHEST,
        widget=forms.NumberInput(attrs={"step": STEP}),
    )

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """The first line is below the second."""
        cleaned = super().clean() or {}
        hold_at, bin_at = cleaned.get("hold_at"), cleaned.get("bin_at")
        if self.errors or (hold_at is None and bin_at is None):
            return cleaned
        if hold_at is None or bin_at is None:
            raise ValidationError(_("Type both numbers, or none for those as shipped."))
        if hold_at >= bin_at:
            raise ValidationError(_("The first number must be below the second."))
        return cleaned

    @property
    def lines(self) -> tuple[float | None, float | None]:
        """What was typed."""
        return self.cleaned_data["hold_at"], self.cleaned_data["bin_at"]

    @property
    def thresholds(self) -> Thresholds:
        """What they mean."""
        hold_at, bin_at = self.lines
        if hold_at is None or bin_at is None:
            return seed.load().thresholds
        return Thresholds(hold_at, bin_at)

    def values(self) -> str:
        """Both lines."""
        return str(self.lines)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_a_model
def thresholds(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:thresholds: say what they would have done; the second time, move them.

    A GET shows where they are.
    """
    permissions.require_moderator(request)
    if request.method != "POST":
        return _page(request, ThresholdsForm(initial=_now()))
    administrator = permissions.require_administrator(request)
    form = ThresholdsForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.was_tried and "move" in request.POST:
        return _move(request, form, administrator)
    form.note_trial()
    return _page(request, form, effect=dry_run.of_thresholds(form.thresholds))


def _move(request: HttpRequest, form: ThresholdsForm, administrator: User) -> HttpResponse:
    versions.move_thresholds(*form.lines, actor=administrator)
    messages.success(request, _("Moved. That counts from the next comment on."))
    return to("thresholds")


def _now() -> dict[str, float]:
    in_force = serving.current().model.thresholds
    return {"hold_at": round(in_force.hold_at, 1), "bin_at": round(in_force.bin_at, 1)}


def _page(
    request: HttpRequest,
    form: ThresholdsForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    effect: ThresholdsEffect | None = None,
) -> HttpResponse:
    in_force = serving.current()
    context = filter_screen(request, "thresholds") | {
        "form": form,
        "lines": in_words(in_force.model.thresholds),
        "shipped": in_words(seed.load().thresholds),
        "is_shipped": SpamFilter.current().hold_at is None,
        "in_force": in_force,
        "effect": effect,
        "changed": effect.changed[:SHOWN_CHANGES] if effect else (),
    }
    return render(request, "comments/spam_filter/thresholds.html", context, status=status)
