"""Asking to be told by mail: of a whole page, or of one's own comment from its receipt."""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, Site

from comments import guards, notifications, pace, receipts
from comments.forms.notice_form import AddressForm, FollowForm, ReceiptNoticeForm
from comments.models import Comment, Topic
from comments.views.answering import SeeOther, never_stored, origin, page_or_404, speak

METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt  # judged by where the post comes from instead, as a comment is
@require_http_methods(METHODS)
@never_stored
def follow(request: HttpRequest, page_id: int) -> HttpResponse:
    """comments:follow: GET shows the form, POST asks the address to confirm; 404 without mail."""
    _require_mail()
    page = page_or_404(request, page_id)
    with translation.override(page.locale.language_code):
        form = FollowForm(request.POST or None)
        if request.method != "POST":
            return _form_page(request, page, form)
        return _take(request, page, form)


@csrf_exempt  # as above
@require_http_methods(METHODS)
@never_stored
def receipt_notices(request: HttpRequest, secret: str) -> HttpResponse:
    """comments:receipt_notices: the same for the comment of a receipt; 404 for no such secret."""
    _require_mail()
    comment = receipts.find(secret)
    if comment is None:
        raise Http404
    with translation.override(comment.page.locale.language_code):
        form = ReceiptNoticeForm(request.POST or None)
        if request.method != "POST":
            return _form_page(request, comment.page, form, comment=comment)
        return _take(request, comment.page, form, comment=comment)


def _take(
    request: HttpRequest, page: Page, form: AddressForm, *, comment: Comment | None = None
) -> HttpResponse:
    if origin(request) == guards.Origin.FOREIGN:
        return _form_page(request, page, form, comment=comment, status=403)
    if not form.is_valid():
        return _form_page(request, page, form, comment=comment, status=422)
    wish = notifications.Wish(
        email=form.cleaned_data["email"],
        topic=form.cleaned_data.get("topic", Topic.PAGE),
        page=page,
        comment=comment,
        frequency=form.cleaned_data["frequency"],
    )
    notifications.subscribe(wish, sender_key=pace.sender_key(request))
    return SeeOther(f"{request.path}?asked=1")


def _form_page(
    request: HttpRequest,
    page: Page,
    form: AddressForm,
    *,
    comment: Comment | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form, or after it was sent what happens next: the same for every address."""
    public = guards.commentable_page(page.pk, site=Site.find_for_request(request))
    secret = receipts.secret_of(comment) if comment else ""
    context = {
        "page": public,
        "form": form,
        "receipt_url": reverse("comments:receipt", args=[secret]) if secret else "",
        "is_asked": status == HTTPStatus.OK and "asked" in request.GET,
        "is_foreign": status == HTTPStatus.FORBIDDEN,
    }
    return speak(request, "comments/notices/ask.html", context, status=status)


def _require_mail() -> None:
    """Nobody is asked for an address that no mail could be sent to."""
    if not settings.HAS_MAIL:
        raise Http404
