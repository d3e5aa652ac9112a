"""The report card over HTTP: what the filter caught, asked about and got wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comments import permissions, serving
from comments.learning import report_card
from comments.models import Comment, SpamFilter
from comments.moderation_queue.checked import to_check
from comments.moderation_queue.filters import queue_url
from comments.moderation_queue.tabs import TO_CHECK
from comments.spam_report.doubts import doubts
from comments.spam_report.plot import plot
from comments.spam_report.screens import filter_screen, needs_a_model
from comments.spam_report.wording import in_words, version_name

SPANS = (100, 500, 2000)


@require_safe
@needs_a_model
def report(request: HttpRequest) -> HttpResponse:
    """GET spam_filter:report: the last 100, 500 or 2,000 decisions (`?last=`)."""
    permissions.require_moderator(request)
    span = span_of(request)
    card = report_card.report_card(report_card.last_decided(span))
    in_force, row = serving.current(), SpamFilter.current()
    context = filter_screen(request, "report") | {
        "spans": [(each, each == span) for each in SPANS],
        "card": card,
        "plot": plot(card.periods),
        "in_force": in_force,
        "filter": row,
        "serving": version_name(in_force.model.version),
        "is_fallback": in_force.model.version != (row.serving_id or 0),
        "lines": in_words(in_force.model.thresholds),
        "doubts": doubts(),
        "checks": report_card.drawn_and_looked_at(),
        "open_checks": to_check(Comment.objects.all()).count(),
        "checks_url": queue_url(f"status={TO_CHECK}"),
    }
    return render(request, "comments/spam_filter/report.html", context)


def span_of(request: HttpRequest) -> int:
    """How many decisions the address asks for: one of `SPANS`, else the shortest."""
    asked = request.GET.get("last", "")
    return next((span for span in SPANS if str(span) == asked), SPANS[0])
