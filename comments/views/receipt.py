"""The private page that always tells what became of a comment, and what its author can do."""

from io import BytesIO

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, Site

from comments import conf, guards, irreversible, moderation, own_comment, receipts
from comments.forms import EditForm
from comments.models import Comment
from comments.rules import rules_for
from comments.views.account import account_of
from comments.views.answering import SeeOther, comment_url, never_stored, private, say_when, speak
from comments.views.second_look import second_look_at
from comments.views.sending import last_warnings, request_refusal, sender_of, typed_words

QR_PIXELS_PER_MODULE = 4


@require_safe
@never_stored
@private
def receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt: how the comment stands; 404 for a secret that is none."""
    comment = _comment_or_404(secret)
    page = _page_of(request, comment)
    now = timezone.now()
    with translation.override(comment.page.locale.language_code):
        context = {
            "comment": comment,
            "page": page,
            "account": account_of(comment),
            "second_look": second_look_at(comment, now=now),
            "secret": secret,
            "link": request.build_absolute_uri(reverse("comments:receipt", args=[secret])),
            "comment_url": comment_url(request, comment, page) if page else "",
            "may_be_edited": bool(page) and own_comment.may_be_edited(comment, now=now),
            "edit_until": comment.created_at + conf.EDIT_WINDOW,
            "may_write_again": bool(page) and rules_for(page, now=now).is_open,
        }
        return speak(request, "comments/receipt.html", context)


@require_safe
@never_stored
def qr_code(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt_qr: the receipt's link as a QR code, drawn here, to print or to scan."""
    _comment_or_404(secret)
    link = request.build_absolute_uri(reverse("comments:receipt", args=[secret]))
    drawing = BytesIO()
    code = segno.make(link, micro=False)
    code.save(drawing, kind="svg", scale=QR_PIXELS_PER_MODULE, light="white")
    return HttpResponse(drawing.getvalue(), content_type="image/svg+xml")


@csrf_exempt  # the secret in the address is the permission; where the post comes from is judged
@require_http_methods(["GET", "HEAD", "POST"])
@never_stored
def edit(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt_edit shows the words to change; POST sends them through every check."""
    comment = _comment_or_404(secret)
    page = _page_of(request, comment)
    with translation.override(comment.page.locale.language_code):
        if page is None or not own_comment.may_be_edited(comment, now=timezone.now()):
            return _too_late(request, secret)
        if request.method != "POST":
            return _edit_page(request, comment, EditForm(comment=comment), secret=secret)
        if refusal := request_refusal(request):
            return _refused(request, comment, refusal, secret=secret)
        return _revise(request, comment, page, secret=secret)


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
@never_stored
def withdraw(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt_withdraw asks once more; POST takes the comment back, for good."""
    comment = _comment_or_404(secret)
    with translation.override(comment.page.locale.language_code):
        context = {"comment": comment, "secret": secret}
        if request.method != "POST":
            return speak(request, "comments/withdraw.html", context)
        if refusal := request_refusal(request):
            context["refusal"] = refusal
            return speak(request, "comments/withdraw.html", context, status=refusal.http_status)
        moderation.withdraw(comment.pk, keeps_name="keep_name" in request.POST)
        irreversible.forget_about(comment.pk)
    return SeeOther(reverse("comments:receipt", args=[secret]))


def _revise(request: HttpRequest, comment: Comment, page: Page, *, secret: str) -> HttpResponse:
    now = timezone.now()
    form = EditForm(request.POST, comment=comment)
    if not form.is_valid():
        return _edit_page(request, comment, form, secret=secret, status=422)
    if warnings := last_warnings(request, form, rules_for(page, now=now).settings):
        return _edit_page(request, comment, form, secret=secret, status=422, warnings=warnings)
    try:
        own_comment.revise(form.to_submission(sender_of(request, now=now), now=now), page=page)
    except guards.SubmissionRefused as refused:
        form.add_error(None, str(refused.refusal.message))
        status = refused.refusal.http_status
        response = _edit_page(request, comment, form, secret=secret, status=status)
        return say_when(response, refused.refusal)
    except own_comment.EditRefused:
        return _too_late(request, secret)
    return SeeOther(reverse("comments:receipt", args=[secret]))


def _too_late(request: HttpRequest, secret: str) -> HttpResponse:
    """Nothing was changed; the new words, if some were sent, are handed back."""
    context: dict[str, object] = {"secret": secret, "words": typed_words(request)}
    return speak(request, "comments/too_late.html", context, status=403)


def _refused(
    request: HttpRequest, comment: Comment, refusal: guards.Refusal, *, secret: str
) -> HttpResponse:
    """The form with the new words in it, unless they are too many even to be read."""
    words = typed_words(request)
    form = EditForm(comment=comment)
    form.initial["body"] = words or comment.body
    more: dict[str, object] = {"refusal": refusal, "is_lost": not words}
    status = refusal.http_status
    return _edit_page(request, comment, form, secret=secret, status=status, **more)


def _edit_page(
    request: HttpRequest,
    comment: Comment,
    form: EditForm,
    *,
    secret: str,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {"comment": comment, "form": form, "secret": secret, **more}
    return speak(request, "comments/edit.html", context, status=status)


def _comment_or_404(secret: str) -> Comment:
    comment = receipts.find(secret)
    if comment is None:
        raise Http404
    return comment


def _page_of(request: HttpRequest, comment: Comment) -> Page | None:
    return guards.commentable_page(comment.page_id, site=Site.find_for_request(request))
