"""The numbers, for the staff: a drawing, the most read pages, and all of it as a table."""

import csv
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail.query import PageQuerySet

from operations import day_keys
from operations.neutral import neutral
from operations.page_views.figures import days, most_read, rows_of
from operations.page_views.plot import plot

SPANS = (30, 90, 365)


class PageViewsMenuItem(MenuItem):
    """The way there, among the reports."""

    def __init__(self) -> None:
        super().__init__(
            _("Page views"), reverse_lazy("page_views"), name="page-views", icon_name="view"
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user works on pages."""
        return may_look(request.user)


def may_look(user: Any) -> bool:  # Any: of the staff or nobody
    """Whether somebody may change any page."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, ["add", "change", "publish"]))


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """GET page_views: the last 30, 90 or 365 days (`?days=`).

    The drawing is of all pages; only those that the user finds in the admin are named.
    """
    _refuse_others(request)
    span = _span(request)
    over = days(until=day_keys.day_of(timezone.now()), number=span)
    context = {
        "spans": [(each, each == span) for each in SPANS],
        "span": span,
        "days": over,
        "total": sum(day.number for day in over),
        "plot": plot(over),
        "most_read": most_read(over, of=_found_by(request.user)),
    }
    return render(request, "operations/page_views/report.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """GET page_views_csv: the same days, a line for each named page and day."""
    _refuse_others(request)
    over = days(until=day_keys.day_of(timezone.now()), number=_span(request))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="page-views.csv"'
    writer = csv.writer(response)
    writer.writerow(("day", "page", "title", "views"))
    for row in rows_of(over, of=_found_by(request.user)).iterator():
        writer.writerow((row.day, row.page_id, neutral(row.page.title), row.number))
    return response


def _refuse_others(request: HttpRequest) -> None:
    if not may_look(request.user):
        raise PermissionDenied


def _found_by(user: Any) -> PageQuerySet:
    return page_permission_policy.explorable_instances(user)


def _span(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return next((span for span in SPANS if str(span) == asked), SPANS[0])
