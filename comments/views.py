"""The reader's side over HTTP: the form, its submission, the receipt. Nothing here is cached."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, Site

from comments import conf, guards, intake, receipts
from comments.forms import CommentForm, comment_number
from comments.models import Comment
from comments.states import CommentStatus

View = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """After a post: look there, with GET."""

    status_code = 303


def never_stored(view: View) -> View:
    """Keep the answer out of every cache and every search engine."""

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: int | str) -> HttpResponse:
        response = view(request, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


@require_safe
@never_stored
def show_form(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET comments:form: the form as a page of its own; with ?parent=N it is a reply."""
    page = _page_or_404(request, page_id)
    wanted = request.GET.get("parent", "")
    answered = _answered(page, wanted)
    initial = {"parent": str(answered.pk) if answered else ""}
    form = CommentForm(initial=initial, page_id=page_id, now=timezone.now())
    context = {
        "page": page,
        "form": form,
        "answered": answered,
        "is_parent_lost": bool(wanted) and answered is None,
    }
    with translation.override(page.locale.language_code):
        status = 200 if page.comments_open else 403
        return _speak(request, "comments/form.html", context, status=status)


@csrf_exempt  # judged by where the post comes from instead: the pages are cached and carry no token
@require_http_methods(["POST"])
@never_stored
def submit(request: HttpRequest, page_id: int) -> HttpResponse:
    """POST comments:submit: store the comment, or hand the typed text back with what to change.

    A session that may come along is ignored: being signed in gives this address no power.
    """
    page = _page_or_404(request, page_id)
    with translation.override(page.locale.language_code):
        if refusal := _request_refusal(request):
            return _refused_page(request, page, refusal)
        return _take(request, page)


def _take(request: HttpRequest, page: Page) -> HttpResponse:
    form = CommentForm(request.POST, page_id=page.pk, now=timezone.now())
    if not form.is_valid():
        if "token" in form.errors:
            form.renew_token()
        return _handed_back(request, page, form, status=422)
    is_proven = _origin(request) == guards.Origin.OWN
    try:
        comment = intake.submit_comment(form.to_submission(is_origin_proven=is_proven), page=page)
    except guards.SubmissionRefused as refused:
        form.add_error(None, str(refused.refusal.message))
        form.renew_token()
        return _handed_back(request, page, form, status=refused.refusal.http_status)
    return SeeOther(_where_it_stands(request, comment, page))


@require_safe
@never_stored
def receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt: what became of one comment, for whoever holds the link."""
    comment = receipts.find(secret)
    if comment is None:
        raise Http404
    page = guards.commentable_page(comment.page_id, site=Site.find_for_request(request))
    with translation.override(comment.page.locale.language_code):
        context = {
            "comment": comment,
            "page": page,
            "status": receipts.public_status(comment),
            "comment_url": _comment_url(request, comment, page) if page else "",
        }
        response = _speak(request, "comments/receipt.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page_or_404(request: HttpRequest, page_id: int) -> Page:
    page = guards.commentable_page(page_id, site=Site.find_for_request(request))
    if page is None:
        raise Http404
    return page


def _origin(request: HttpRequest) -> guards.Origin:
    return guards.judge_origin(
        request.headers, own_origin=f"{request.scheme}://{request.get_host()}"
    )


def _request_refusal(request: HttpRequest) -> guards.Refusal | None:
    """Refuse by size and origin, before the form is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > conf.MAX_REQUEST_BYTES:
        return guards.Refusal(413, _("This is too long to be a comment."))
    if _origin(request) == guards.Origin.FOREIGN:
        return guards.Refusal(403, _("This comment came from another site, so it was not taken."))
    if len(request.POST) > conf.MAX_REQUEST_FIELDS:
        return guards.Refusal(400, _("This is not our comment form."))
    return None


def _handed_back(
    request: HttpRequest, page: Page, form: CommentForm, *, status: int
) -> HttpResponse:
    """The form with all that was typed in it, and what to change."""
    answered = _answered(page, form["parent"].value())
    if answered is None:
        form.answer_nobody()
    context = {"page": page, "form": form, "answered": answered}
    return _speak(request, "comments/form.html", context, status=status)


def _refused_page(request: HttpRequest, page: Page, refusal: guards.Refusal) -> HttpResponse:
    context = {"page": page, "message": refusal.message}
    return _speak(request, "comments/refused.html", context, status=refusal.http_status)


def _speak(
    request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Render in the language of the moment, and say which it is."""
    response = render(request, template, context, status=status)
    response["Content-Language"] = translation.get_language()
    return response


def _answered(page: Page, parent: str | None) -> Comment | None:
    """The public comment that a reply form answers, to show it above the form."""
    number = comment_number(parent or "")
    if number is None:
        return None
    return Comment.objects.published().filter(page_id=page.pk, pk=number).first()


def _where_it_stands(request: HttpRequest, comment: Comment, page: Page) -> str:
    if comment.status == CommentStatus.PUBLISHED:
        return _comment_url(request, comment, page)
    return reverse("comments:receipt", args=[receipts.secret_for(comment.submission_key or "")])


def _comment_url(request: HttpRequest, comment: Comment, page: Page) -> str:
    return f"{page.get_url(request)}#comment-{comment.pk}"
