"""What was sent, for the staff: by verdict, with why, and a way to say otherwise."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.contrib.forms.utils import get_forms_for_user
from wagtail.contrib.forms.views import SubmissionsListFilterSet, SubmissionsListView

from home.models import SentForm, SentVerdict
from operations.neutral import neutral


class SentFilter(SubmissionsListFilterSet):
    """By day, as Wagtail has it, and by verdict."""

    verdict = django_filters.MultipleChoiceFilter(label=_("Verdict"), choices=SentVerdict.choices)


class SentList(SubmissionsListView):
    """Wagtail's list, with the verdict on each row."""

    results_template_name = "home/sent/list.html"
    template_name = "home/sent/index.html"
    filterset_class = SentFilter

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """A cell of an exported table, never a formula; Excel's own format knows texts anyway."""
        cell = super().preprocess_field_value(field, value, export_format)
        return neutral(cell) if isinstance(cell, str) else cell

    def get_heading(self, queryset: Any, field: str) -> str:
        """A column's name, which an editor wrote."""
        return neutral(super().get_heading(queryset, field))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # Any: Wagtail's own
        """Wagtail's context, each row with what was sent as it is kept, and all their numbers."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not self.is_export:
            rows = list(context["submissions"])
            for row, sent in zip(context["data_rows"], rows, strict=True):
                row["sent"] = sent
            context["numbers"] = [sent.pk for sent in rows]
            context["verdicts"] = SentVerdict.choices
        return context


@require_POST
def decide(request: HttpRequest, page_id: int, sent_id: int) -> HttpResponse:
    """POST sent_form_decide: somebody of the staff says what it is, whatever the filter said."""
    if not get_forms_for_user(request.user).filter(pk=page_id).exists():
        raise PermissionDenied
    sent = get_object_or_404(SentForm, pk=sent_id, page_id=page_id)
    verdict = request.POST.get("verdict", "")
    if verdict in SentVerdict.values:
        sent.verdict = verdict
        sent.save(update_fields=["verdict"])
    return HttpResponseRedirect(reverse("wagtailforms:list_submissions", args=[page_id]))
