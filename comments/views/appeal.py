"""Asking for a second look at a decision, from the receipt of the comment."""

from math import ceil

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import appeals, guards, receipts
from comments.forms.appeal_form import AppealForm
from comments.models import Comment
from comments.views.answering import SeeOther, never_stored, say_when, speak
from comments.views.second_look import second_look_at
from comments.views.sending import Refusing, request_refusal, sender_of, typed_words

AN_APPEAL = Refusing(
    too_long=_("This is too long. Nothing was sent."),
    foreign=_("This came from another site, so it was not taken."),
    not_ours=_("This is not our form."),
)


@csrf_exempt  # the secret in the address is the permission; where the post comes from is judged
@require_http_methods(["GET", "HEAD", "POST"])
@never_stored
def appeal(request: HttpRequest, secret: str) -> HttpResponse:
    """GET comments:receipt_appeal shows the form; POST sends it. 404 for a secret that is none.

    Whoever has asked already is led to the receipt, which says how it stands.
    """
    comment = receipts.find(secret)
    if comment is None:
        raise Http404
    with translation.override(comment.page.locale.language_code):
        if comment.appeals.open().exists():
            return _to_receipt(secret)
        if appeals.chance_to_appeal(comment, now=timezone.now()) is None:
            return _not_possible(request, secret)
        if request.method != "POST":
            return _form_page(request, comment, AppealForm(), secret=secret)
        if refusal := request_refusal(request, AN_APPEAL):
            return _refused(request, comment, refusal, secret=secret)
        return _take(request, comment, secret=secret)


def _take(request: HttpRequest, comment: Comment, *, secret: str) -> HttpResponse:
    form = AppealForm(request.POST)
    if not form.is_valid():
        return _form_page(request, comment, form, secret=secret, status=422)
    now = timezone.now()
    words, sender = form.cleaned_data["statement"], sender_of(request, now=now)
    try:
        appeals.appeal(comment, words, sender=sender, now=now)
    except appeals.TooManyAppeals as refused:
        return _too_many(request, comment, form, secret=secret, seconds=refused.retry_after_seconds)
    except appeals.NotAppealable:
        return _not_possible(request, secret)
    return _to_receipt(secret)


def _to_receipt(secret: str) -> HttpResponse:
    return SeeOther(reverse("comments:receipt", args=[secret]) + "#second-look")


def _not_possible(request: HttpRequest, secret: str) -> HttpResponse:
    """Nothing was sent; the words, if there are some, are handed back."""
    words = typed_words(request, field="statement")
    context: dict[str, object] = {"secret": secret, "words": words}
    return speak(request, "comments/appeal_not_possible.html", context, status=403)


def _refused(
    request: HttpRequest, comment: Comment, refusal: guards.Refusal, *, secret: str
) -> HttpResponse:
    """The form with the words in it, unless they are too many even to be read."""
    words = typed_words(request, field="statement")
    form = AppealForm(initial={"statement": words})
    more: dict[str, object] = {"refusal": refusal, "is_lost": not words}
    status = refusal.http_status
    return _form_page(request, comment, form, secret=secret, status=status, **more)


def _too_many(
    request: HttpRequest, comment: Comment, form: AppealForm, *, secret: str, seconds: int
) -> HttpResponse:
    minutes = ceil(seconds / 60)
    message = ngettext(
        "Much is being sent at the moment. Your words are still here: send them again in "
        "%(minutes)s minute.",
        "Much is being sent at the moment. Your words are still here: send them again in "
        "%(minutes)s minutes.",
        minutes,
    )
    refusal = guards.Refusal(429, message % {"minutes": minutes}, seconds)
    form.add_error(None, str(refusal.message))
    response = _form_page(request, comment, form, secret=secret, status=refusal.http_status)
    return say_when(response, refusal)


def _form_page(
    request: HttpRequest,
    comment: Comment,
    form: AppealForm,
    *,
    secret: str,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    look = second_look_at(comment, now=timezone.now())
    context = {"comment": comment, "form": form, "secret": secret, "second_look": look, **more}
    return speak(request, "comments/appeal.html", context, status=status)
