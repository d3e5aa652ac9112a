"""The owner's list of terms over HTTP: which is loaded, what another would hold, loading it."""

import hashlib
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from comments import permissions, serving
from comments.learning import dry_run, versions
from comments.learning.dry_run import TermsEffect
from comments.models import SpamFilter
from comments.spam import Terms
from comments.spam_report.screens import filter_screen, needs_a_model, to
from comments.spam_report.trial import TrialForm

MAX_BYTES = 2_000_000  # the longest list that is known has 878,671
SHOWN_HITS = 50


class TermsForm(TrialForm):
    """A file, or what was typed. The second time the terms come back in the field."""

    file = forms.FileField(
        label=gettext_lazy("A file with one term a line"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
    )
    terms = forms.CharField(
        label=gettext_lazy("Or type them here, one a line"),
        required=False,
        max_length=MAX_BYTES,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=gettext_lazy("What the list is called"), required=False, max_length=200
    )

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """A file wins over what was typed. There is at least one term that can be compared."""
        cleaned = super().clean() or {}
        if file := cleaned.get("file"):
            cleaned["terms"] = self._read(file)
            cleaned["name"] = cleaned.get("name") or str(file.name)
        cleaned["name"] = cleaned.get("name") or _("typed in")
        if not self.errors and not self.read_terms:
            self.add_error("terms", _("There is no term in it that can be compared."))
        return cleaned

    @property
    def read_terms(self) -> Terms:
        """The terms as the filter compares them."""
        return Terms.parse(self.cleaned_data["terms"].splitlines())

    def values(self) -> str:
        """The name and a digest of the terms; browsers write line ends in their own way."""
        lines = "\n".join(self.cleaned_data["terms"].splitlines())
        return f"{self.cleaned_data['name']} {hashlib.sha256(lines.encode()).hexdigest()}"

    def note_trial(self) -> None:
        """The same, with the terms of the file in the field: a file cannot be sent back."""
        super().note_trial()
        self.show_again(**{name: self.cleaned_data[name] for name in ("terms", "name")})

    def _read(self, file: "UploadedFile[bytes]") -> str:
        if (file.size or 0) > MAX_BYTES:
            self.add_error("file", _("The file is larger than two megabytes."))
            return ""
        try:
            text = bytes(file.read()).decode("utf-8-sig")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            self.add_error("file", _("That is not a text file in UTF-8."))
            return ""
        return text


@require_http_methods(["GET", "HEAD", "POST"])
@needs_a_model
def term_list(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:terms: say what the list would have held; the second time, load it.

    A GET shows which is loaded.
    """
    permissions.require_moderator(request)
    if request.method != "POST":
        return _page(request, TermsForm())
    administrator = permissions.require_administrator(request)
    form = TermsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.was_tried and "load" in request.POST:
        return _load(request, form, administrator)
    form.note_trial()
    return _page(request, form, effect=dry_run.of_terms(form.read_terms))


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """POST spam_filter:drop_terms: hold nothing for its terms any more."""
    versions.drop_terms(actor=permissions.require_administrator(request))
    messages.success(request, _("The list is taken away. What waits goes on waiting."))
    return to("terms")


def _load(request: HttpRequest, form: TermsForm, administrator: User) -> HttpResponse:
    terms = form.read_terms.as_text().splitlines()
    try:
        versions.load_terms(form.cleaned_data["name"], terms, actor=administrator)
    except versions.TermsRefused:
        form.add_error("terms", _("The list is too long."))
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Loaded. From now on comments with such terms wait for a person."))
    return to("terms")


def _page(
    request: HttpRequest,
    form: TermsForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    effect: TermsEffect | None = None,
) -> HttpResponse:
    context = filter_screen(request, "terms") | {
        "form": form,
        "loaded": SpamFilter.current().term_list,
        "loaded_terms": len(serving.current().terms),
        "effect": effect,
        "held": effect.held[:SHOWN_HITS] if effect else (),
    }
    return render(request, "comments/spam_filter/terms.html", context, status=status)
