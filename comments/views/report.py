"""Reporting a comment, and what became of the report. A session that comes along is ignored."""

from math import ceil

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from comments import guards, rendering, reports
from comments.forms.report_form import ReportForm
from comments.models import Comment
from comments.states import CommentStatus
from comments.views.answering import (
    SeeOther,
    comment_url,
    never_stored,
    page_or_404,
    private,
    say_when,
    speak,
)
from comments.views.sending import Refusing, request_refusal, sender_of

A_REPORT = Refusing(
    too_long=_("This is too long to be a report."),
    foreign=_("This report came from another site, so it was not taken."),
    not_ours=_("This is not our form for reports."),
)


@csrf_exempt  # judged by where the post comes from instead, as a comment is
@require_http_methods(["GET", "HEAD", "POST"])
@never_stored
def report(request: HttpRequest, comment_id: int) -> HttpResponse:
    """comments:report: GET shows the form, POST reports; 404 for whatever is not public."""
    comment = _reportable(request, comment_id)
    with translation.override(comment.page.locale.language_code):
        if request.method != "POST":
            return _form_page(request, comment, ReportForm())
        if refusal := request_refusal(request, A_REPORT):
            return _refused_page(request, comment, refusal)
        return _take(request, comment)


@require_safe
@never_stored
@private
def report_receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:report_receipt: what came of a report; 404 for a secret that is none.

    It shows neither reason nor words: whoever shares an address may share the receipt.
    """
    found = reports.find(secret)
    if found is None:
        raise Http404
    comment = found.comment
    page = guards.commentable_page(comment.page_id, site=Site.find_for_request(request))
    is_public = page is not None and comment.status == CommentStatus.PUBLISHED
    with translation.override(comment.page.locale.language_code):
        context = {
            "report": found,
            "page": page,
            "comment_url": comment_url(request, comment, page) if page and is_public else "",
        }
        return speak(request, "comments/report_receipt.html", context)


def _reportable(request: HttpRequest, comment_id: int) -> Comment:
    """The comment that anybody may read here; 404 for held, removed, lost and private alike."""
    comments = Comment.objects.published().select_related("page__locale")
    comment = comments.filter(pk=comment_id).first()
    if comment is None:
        raise Http404
    page_or_404(request, comment.page_id)
    return comment


def _take(request: HttpRequest, comment: Comment) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _form_page(request, comment, form, status=422)
    now = timezone.now()
    reporter = sender_of(request, now=now)
    try:
        secret = reports.report(comment, form.to_complaint(), reporter=reporter, now=now)
    except reports.NotReportable as gone:
        raise Http404 from gone
    except guards.SubmissionRefused as banned:
        return _handed_back(request, comment, form, refusal=banned.refusal)
    except reports.TooManyReports as refused:
        return _too_many(request, comment, form, seconds=refused.retry_after_seconds)
    return SeeOther(reverse("comments:report_receipt", args=[secret]))


def _refused_page(request: HttpRequest, comment: Comment, refusal: guards.Refusal) -> HttpResponse:
    context: dict[str, object] = {"comment": comment, "message": refusal.message}
    return speak(request, "comments/report_refused.html", context, status=refusal.http_status)


def _too_many(
    request: HttpRequest, comment: Comment, form: ReportForm, *, seconds: int
) -> HttpResponse:
    minutes = ceil(seconds / 60)
    message = ngettext(
        "Many reports are coming in at the moment. Your words are still here: send them again in "
        "%(minutes)s minute.",
        "Many reports are coming in at the moment. Your words are still here: send them again in "
        "%(minutes)s minutes.",
        minutes,
    )
    refusal = guards.Refusal(429, message % {"minutes": minutes}, seconds)
    return _handed_back(request, comment, form, refusal=refusal)


def _handed_back(
    request: HttpRequest, comment: Comment, form: ReportForm, *, refusal: guards.Refusal
) -> HttpResponse:
    form.add_error(None, str(refusal.message))
    response = _form_page(request, comment, form, status=refusal.http_status)
    return say_when(response, refusal)


def _form_page(
    request: HttpRequest, comment: Comment, form: ReportForm, *, status: int = 200
) -> HttpResponse:
    """The form below the comment, quoted as its page shows it."""
    context = {
        "comment": comment,
        "body": rendering.from_store(comment.body_html),
        "form": form,
    }
    return speak(request, "comments/report.html", context, status=status)
