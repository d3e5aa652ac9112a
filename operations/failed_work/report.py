"""The report of what failed, and the buttons that have it done again; for administrators."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from accounts.models import User
from operations.failed_work import work

ALL = "all"


class FailedWorkMenuItem(MenuItem):
    """The way there, among the reports."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Work that failed"),
            reverse_lazy("failed_work"),
            name="failed-work",
            icon_name="warning",
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether its reader gets in."""
        return may_look(request.user)


def may_look(user: User | AnonymousUser) -> bool:
    """Whether somebody has the mark Administrator."""
    return user.is_active and user.is_superuser


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """GET failed_work: the tasks and mails of the last week that were given up."""
    _refuse_others(request)
    found = work.failures()
    context = {"failures": found, "is_cut": len(found) < work.total(), "all": ALL}
    return render(request, "operations/failed_work/report.html", context)


@require_POST
def run_again(request: HttpRequest) -> HttpResponse:
    """POST run_failed_work_again: one of them (`what`), or all."""
    _refuse_others(request)
    what = request.POST.get("what", "")
    if work.run_all_again() if what == ALL else work.run_again(what):
        messages.success(request, _("Will be tried again within a few seconds."))
    else:
        messages.warning(request, _("There was nothing to try again."))
    return redirect("failed_work")


def _refuse_others(request: HttpRequest) -> None:
    if not may_look(request.user):
        raise PermissionDenied
