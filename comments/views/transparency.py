"""The public report on moderation over HTTP: a page, JSON, CSV, and the log where it is public."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import timezone, translation
from django.views.decorators.http import require_safe
from wagtail.models import Site

from comments import rulebook, seals, transparency
from comments.models import CommentSettings
from comments.transparency.formats import as_csv, as_json
from comments.views.answering import speak
from comments.views.public_log import days_before, read_day
from comments.views.transparency_page import durations, sections, shares


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """GET transparency:report: plots and tables. Nobody's alone: every cache may keep it."""
    found = transparency.publication(transparency.kept())
    context: dict[str, object] = {
        "report": found,
        "sections": sections(found, titles=_titles()),
        "durations": durations(found),
        "shares": shares(found),
        "seal": seals.newest(),
        "has_log": _settings(request).publishes_log,
        "languages": _languages(request),
    }
    return speak(request, "comments/transparency.html", context)


@require_safe
def report_json(request: HttpRequest) -> HttpResponse:
    """GET transparency:json: the same, for programs; docs/transparency.md says what each is."""
    found = transparency.publication(transparency.kept())
    body = as_json(found, time_zone=settings.TIME_ZONE)
    return HttpResponse(body, content_type="application/json")


@require_safe
def report_csv(request: HttpRequest) -> HttpResponse:
    """GET transparency:csv: the same, for spreadsheets."""
    body = as_csv(transparency.publication(transparency.kept()))
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="transparency.csv"'
    return answer


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """GET transparency:log: what was decided, by day; 404 unless the owner publishes it."""
    if not _settings(request).publishes_log:
        raise Http404
    before = read_day(request.GET.get("before", "")) or timezone.localdate()
    listed = days_before(before, language=translation.get_language())
    context: dict[str, object] = {
        "days": listed.days,
        "earlier": listed.earlier,
        "languages": _languages(request),
    }
    return speak(request, "comments/transparency_log.html", context)


def _settings(request: HttpRequest) -> CommentSettings:
    found: CommentSettings = CommentSettings.for_site(Site.find_for_request(request))
    return found


def _titles() -> dict[str, str]:
    """What the rules are called now, by their codes."""
    language = translation.get_language()
    newest_last = reversed(rulebook.history())
    return {version.rule.code: rulebook.text_of(version, language).title for version in newest_last}


def _languages(request: HttpRequest) -> list[tuple[str, str, str]]:
    """The other languages: code, name, and the address of the same page."""
    spoken = translation.get_language()
    return [
        (code, name, translate_url(request.path, code))
        for code, name in settings.LANGUAGES
        if code != spoken
    ]
