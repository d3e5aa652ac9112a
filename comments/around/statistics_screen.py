"""The statistics over HTTP: the last weeks as one table, and a word when it is time for a break."""

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions
from comments.around.bounded import said
from comments.around.lengths import spoken
from comments.around.shift import decided_lately, is_time_for_a_break
from comments.around.statistics import MOST_DECISIONS, Week, weeks_for
from comments.moderation_queue.screens import screen


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:statistics: what came in and was decided in each of the last weeks."""
    moderator = permissions.require_moderator(request)
    now = timezone.now()
    section, zone = permissions.section_for(request), timezone.get_default_timezone()
    weeks = weeks_for(moderator, section=section, now=now, zone=zone)
    lately = decided_lately(moderator, now=now)
    queue = (_("Reader comments"), reverse("reader_comments:queue"))
    context = screen(_("Statistics"), parent=queue) | {
        "rows": [_row(each) for each in weeks],
        "is_cut": _number_of_decisions(weeks) >= MOST_DECISIONS,
        "most": MOST_DECISIONS,
        "decided_lately": lately,
        "decided_lately_said": said(lately),
        "is_time_for_a_break": is_time_for_a_break(lately),
    }
    return render(request, "comments/around/statistics.html", context)


def _row(week: Week) -> dict[str, object]:
    """A week, with its lengths of time in words."""
    return {
        "week": week,
        "your_median": _words(week.yours.median),
        "your_most": _words(week.yours.most),
        "median": _words(week.all.median),
        "most": _words(week.all.most),
    }


def _words(length: timedelta | None) -> str:
    return "" if length is None else spoken(length)


def _number_of_decisions(weeks: Iterable[Week]) -> int:
    return sum(week.all.decided for week in weeks)
