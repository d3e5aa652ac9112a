"""The form as a page, and what it sends."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from comments import guards, intake, notifications, receipts, rendering
from comments.forms import CommentForm
from comments.models import Comment
from comments.rules import Rules, rules_for
from comments.states import CommentStatus
from comments.submission import read_number
from comments.views.answering import (
    SeeOther,
    comment_url,
    never_stored,
    page_or_404,
    say_when,
    speak,
)
from comments.views.captcha_policy import lets_captcha_in
from comments.views.sending import last_warnings, request_refusal, sender_of, typed_words

# While somebody wrote: unpublished, moved, made private. What never was there answers alike.
PAGE_IS_GONE = guards.Refusal(404, _("Comments on this page are closed. Your text was not sent."))


@require_safe
@never_stored
@lets_captcha_in
def show_form(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET comments:form: the form as a page of its own.

    With ?parent=N it is a reply; with ?receipt=SECRET it is written by whoever holds that receipt.
    """
    page = page_or_404(request, page_id)
    now = timezone.now()
    initial = {name: request.GET.get(name, "") for name in ("parent", "receipt")}
    form = CommentForm(initial=initial, page_id=page_id, now=now)
    rules = rules_for(page, now=now)
    with translation.override(page.locale.language_code):
        return _form_page(request, page, form, rules=rules, status=200 if rules.is_open else 403)


@csrf_exempt  # judged by where the post comes from instead: the pages are cached and carry no token
@require_http_methods(["POST"])
@never_stored
@lets_captcha_in
def submit(request: HttpRequest, page_id: int) -> HttpResponse:
    """POST comments:submit: store the comment, or hand the typed text back with what to change.

    A session that may come along is ignored: being signed in gives this address no power.
    """
    try:
        page = page_or_404(request, page_id)
    except Http404:
        return _refused(request, PAGE_IS_GONE)
    with translation.override(page.locale.language_code):
        if refusal := request_refusal(request):
            return _refused(request, refusal, page)
        return _take(request, page)


def _refused(
    request: HttpRequest, refusal: guards.Refusal, page: Page | None = None
) -> HttpResponse:
    """Not even the form can be shown again; the words are handed back to be copied."""
    context = {"page": page, "message": refusal.message, "words": typed_words(request)}
    return speak(request, "comments/refused.html", context, status=refusal.http_status)


def _take(request: HttpRequest, page: Page) -> HttpResponse:
    now = timezone.now()
    form = CommentForm(request.POST, page_id=page.pk, now=now)
    rules = rules_for(page, now=now)
    if not form.is_valid():
        if "token" in form.errors:
            form.renew_token()
        return _form_page(request, page, form, rules=rules, status=422)
    if "preview" in request.POST:
        preview = rendering.to_html(form.cleaned_data["body"])
        return _form_page(request, page, form, rules=rules, preview=preview)
    if warnings := last_warnings(request, form, rules.settings):
        return _form_page(request, page, form, rules=rules, status=422, warnings=warnings)
    return _send(request, page, form, rules=rules)


def _send(request: HttpRequest, page: Page, form: CommentForm, *, rules: Rules) -> HttpResponse:
    sender = sender_of(request, now=form.now)
    try:
        comment = intake.submit_comment(form.to_submission(sender), page=page, rules=rules)
    except guards.SubmissionRefused as refused:
        return _handed_back(request, page, form, rules=rules, refusal=refused.refusal)
    wish, email = form.cleaned_data.get("notify", ""), form.cleaned_data.get("email", "")
    notifications.ask(comment, email=email, wish=wish, sender_key=sender.key)
    return SeeOther(_where_it_stands(request, comment, page))


def _handed_back(
    request: HttpRequest, page: Page, form: CommentForm, *, rules: Rules, refusal: guards.Refusal
) -> HttpResponse:
    """The form with all that was typed in it, and what to change or how long to wait."""
    form.add_error(None, str(refusal.message))
    form.renew_token()
    response = _form_page(request, page, form, rules=rules, status=refusal.http_status)
    return say_when(response, refusal)


def _form_page(
    request: HttpRequest,
    page: Page,
    form: CommentForm,
    *,
    rules: Rules,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    """The form with what it answers above it; what is not there is answered by nobody."""
    answered = _answered(page, form.answers)
    context = {"page": page, "form": form, "rules": rules, "answered": answered, **more}
    if form.answers and answered is None:
        form.answer_nobody()
        context["is_parent_lost"] = True
    return speak(request, "comments/form.html", context, status=status)


def _answered(page: Page, parent: str) -> Comment | None:
    """The public comment that a reply form answers."""
    number = read_number(parent)
    if number is None:
        return None
    return Comment.objects.published().filter(page_id=page.pk, pk=number).first()


def _where_it_stands(request: HttpRequest, comment: Comment, page: Page) -> str:
    if comment.status == CommentStatus.PUBLISHED:
        return comment_url(request, comment, page)
    return reverse("comments:receipt", args=[receipts.secret_for(comment.submission_key or "")])
