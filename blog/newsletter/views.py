"""Asking for news by mail, and the links of its mails.

GET shows a page with a button and changes nothing; POST acts. Programs that look into mails follow
links, so nothing happens by following one (RFC 8058). The link itself is the right to act, no
cookie is.
"""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from blog.models import Subscriber
from blog.newsletter import confirming, ending, links, mails, subscribing
from blog.newsletter.answering import SeeOther, never_stored, speak
from blog.newsletter.forms import ManageForm, SubscribeForm, Wanted
from blog.newsletter.links import Purpose
from operations import limits, senders
from operations.origins import is_foreign

METHODS = ["GET", "HEAD", "POST"]
LONGEST_NUMBER = 18  # digits


@csrf_exempt  # judged by where the post comes from instead, as a comment is
@require_http_methods(METHODS)
@never_stored
def subscribe(request: HttpRequest) -> HttpResponse:
    """blog:subscribe: GET shows the form, POST asks the address to confirm; 404 without mail.

    `?campaign=` has one chosen already.
    """
    if not settings.HAS_MAIL:
        raise Http404
    locale = get_object_or_404(Locale, language_code=translation.get_language())
    if request.method != "POST":
        form = SubscribeForm(locale=locale, initial={"campaign": request.GET.get("campaign")})
        return _form_page(request, form)
    form = SubscribeForm(request.POST, locale=locale)
    if is_foreign(request):
        return _form_page(request, form, status=403)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    wish = subscribing.Wish(locale=locale, **form.cleaned_data)
    subscribing.subscribe(wish, sender_key=_sender_key(request))
    return SeeOther(f"{request.path}?asked=1")


@csrf_exempt  # nobody can forge the link, and mail programs press the button from elsewhere
@require_http_methods(METHODS)
@never_stored
def subscription(request: HttpRequest, signed: str) -> HttpResponse:
    """blog:subscription: confirm, change or end what a mail's link speaks of.

    What is forged, too old or gone answers alike, 404; but who ends what has ended hears "done".
    """
    link = links.read(signed)
    subscriber = link.subscriber() if link else None
    if request.method == "POST" and is_foreign(request) and not _is_one_click(request):
        return speak(request, "dead_end", status=403)
    if link and subscriber:
        with translation.override(subscriber.locale.language_code):
            is_confirmation = link.purpose == Purpose.CONFIRM
            return (_confirm if is_confirmation else _manage)(request, subscriber)
    if link and link.purpose == Purpose.MANAGE:
        return speak(request, "ended")
    return speak(request, "dead_end", status=404)


def _confirm(request: HttpRequest, subscriber: Subscriber) -> HttpResponse:
    if request.method == "POST" and not _is_one_click(request):
        confirming.confirm(subscriber, also=_numbers(request.POST.getlist("also")))
        return SeeOther(links.manage_path(subscriber))
    others = [(other.pk, mails.what_of(other)) for other in confirming.also_asked(subscriber)]
    what = mails.what_of(subscriber)
    return speak(request, "confirm", {"what": what, "also_asked": others})


def _manage(request: HttpRequest, subscriber: Subscriber) -> HttpResponse:
    if request.method != "POST":
        return _manage_page(request, subscriber)
    if _is_one_click(request):
        ending.stop(subscriber)
        return speak(request, "ended")
    form = ManageForm(request.POST)
    if not form.is_valid():
        return _manage_page(request, subscriber, status=422)
    if form.cleaned_data["wanted"] == Wanted.CHANGE:
        ending.change_frequency(subscriber, form.cleaned_data["frequency"])
        return SeeOther(request.path)
    if form.cleaned_data["wanted"] == Wanted.STOP_EVERYTHING:
        ending.stop_everything(subscriber.email)
    else:
        ending.stop(subscriber)
    return speak(request, "ended")


def _manage_page(
    request: HttpRequest, subscriber: Subscriber, *, status: int = 200
) -> HttpResponse:
    context = {
        "what": mails.what_of(subscriber),
        "is_confirmed": subscriber.confirmed_at is not None,
        "form": ManageForm(initial={"frequency": subscriber.frequency}),
    }
    return speak(request, "manage", context, status=status)


def _form_page(request: HttpRequest, form: SubscribeForm, *, status: int = 200) -> HttpResponse:
    """The form, or after it was sent what happens next: the same for every address."""
    context = {
        "form": form,
        "is_asked": status == HTTPStatus.OK and "asked" in request.GET,
        "is_foreign": status == HTTPStatus.FORBIDDEN,
    }
    return speak(request, "subscribe", context, status=status)


def _sender_key(request: HttpRequest) -> str:
    """The key of the sender; "" when nobody can tell now."""
    try:
        return senders.key_of(request)
    except limits.LimiterUnavailable:
        return ""


def _numbers(typed: list[str]) -> list[int]:
    return [
        int(one) for one in typed if one.isascii() and one.isdigit() and len(one) <= LONGEST_NUMBER
    ]


def _is_one_click(request: HttpRequest) -> bool:
    """A mail program's own button (RFC 8058)."""
    return request.POST.get("List-Unsubscribe") == "One-Click"
