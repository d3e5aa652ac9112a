"""The log over HTTP: everything that was done to the filter, the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from comments import permissions
from comments.models import SpamFilterChange
from comments.spam_report.screens import filter_screen
from comments.spam_report.wording import happened, who

CHANGES_PER_PAGE = 50


@require_safe
def change_log(request: HttpRequest) -> HttpResponse:
    """GET spam_filter:changes."""
    permissions.require_moderator(request)
    paginator = WagtailPaginator(SpamFilterChange.objects.select_related("actor"), CHANGES_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    context = filter_screen(request, "changes") | {
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
        "log": [(change, happened(change), who(change)) for change in listed],
    }
    return render(request, "comments/spam_filter/changes.html", context)
