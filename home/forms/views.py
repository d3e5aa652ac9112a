"""What a reader's form sends, over HTTP. What was typed goes back whenever it was not kept."""

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comments import outside_text
from home.forms import showing, ticket
from home.forms.sending import Refusal, Sent, keep
from home.models import FormPage

SEE_OTHER = 303
TOO_LONG = Refusal(413, _("This is too long. Going back in your browser brings it back."))
FOREIGN = Refusal(403, _("This came from another site. Look it over, and send it from here."))
TOO_OLD = Refusal(422, _("This form lay open for too long. Your answers are here: send it again."))
HIDDEN = ("csrfmiddlewaretoken", ticket.FIELD, showing.TRAP)


@csrf_exempt  # judged by where the post comes from instead: readers get no cookie
@require_POST
def send(request: HttpRequest, page_id: str) -> HttpResponse:
    """POST forms:send: keep what was filled in, or show it again with what to change."""
    page = _page(request, page_id)
    if page is None:
        return _gone(request)
    with translation.override(page.locale.language_code):
        if int(request.META.get("CONTENT_LENGTH") or 0) > outside_text.MAX_REQUEST_BYTES:
            return _handed_back(request, page, _filled(page, QueryDict()), TOO_LONG)
        return _take(request, page)


@require_safe
def thanks(request: HttpRequest, page_id: str) -> HttpResponse:
    """GET forms:thanks: what is said once it was sent."""
    page = _page(request, page_id)
    if page is None:
        raise Http404
    return showing.thanks(request, page)


def _take(request: HttpRequest, page: FormPage) -> HttpResponse:
    now = timezone.now()
    form = _filled(page, request.POST)
    asker = outside_text.asker_of(request, now=now)
    if asker.is_foreign:
        return _handed_back(request, page, form, FOREIGN)
    found = ticket.read(request.POST.get(ticket.FIELD, ""), page.pk, now=now)
    if not form.is_valid():
        return showing.answer(request, page, form, status=422)
    if found is None:
        return _handed_back(request, page, form, TOO_OLD)
    sent = Sent(
        page=page,
        answers=form.cleaned_data,
        ticket=found,
        asker=asker,
        now=now,
        is_trap_filled=bool(request.POST.get(showing.TRAP)),
    )
    if refusal := keep(sent):
        return _handed_back(request, page, form, refusal)
    done: HttpResponseRedirect = redirect(reverse("forms:thanks", args=[page.pk]))
    done.status_code = SEE_OTHER
    return done


def _filled(page: FormPage, data: QueryDict) -> forms.Form:
    form: forms.Form = page.get_form(data, page=page, user=None)
    return form


def _handed_back(
    request: HttpRequest, page: FormPage, form: forms.Form, refusal: Refusal
) -> HttpResponse:
    form.add_error(None, str(refusal.message))
    response = showing.answer(request, page, form, status=refusal.status)
    if refusal.retry_after_seconds:
        response["Retry-After"] = str(refusal.retry_after_seconds)
    return response


def _page(request: HttpRequest, page_id: str) -> FormPage | None:
    """The page, if whoever asks may read it."""
    page: FormPage | None = FormPage.objects.live().filter(pk=page_id).first()
    if page is None or page.url is None:
        return None
    may_read = all(each.accept_request(request) for each in page.get_view_restrictions())
    return page if may_read else None


def _gone(request: HttpRequest) -> HttpResponse:
    """While somebody wrote the page was taken away: the words are handed back to be copied."""
    context = {"words": "\n\n".join(_typed(request))}
    response = render(request, "home/form_gone.html", context, status=404)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _typed(request: HttpRequest) -> list[str]:
    try:
        return [str(text) for name, text in request.POST.items() if name not in HIDDEN and text]
    except SuspiciousOperation:  # more bytes or fields than Django reads
        return []
