"""The links of our mails. GET shows a page with a button and changes nothing; POST acts.

Programs that look into mails follow links; so nothing happens by following one (RFC 8058).
The link itself is the right to act, no cookie is.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, Site

from accounts.models import User
from comments import guards, moderation, notifications
from comments.forms.notice_form import ManageForm, Wanted
from comments.models import Subscription
from comments.notifications import links, mails
from comments.notifications.links import Link, Purpose
from comments.submission import read_number
from comments.views.answering import SeeOther, never_stored, origin, speak


@csrf_exempt  # nobody can forge the link, and mail programs press the button from elsewhere
@require_http_methods(["GET", "HEAD", "POST"])
@never_stored
def notice(request: HttpRequest, signed: str) -> HttpResponse:
    """comments:notice: confirm, change or end what a mail's link speaks of.

    What is forged, too old or gone answers alike, 404; but who ends what has ended hears "done".
    """
    link = links.read(signed)
    subscription, user = (link.subscription(), link.moderator()) if link else (None, None)
    with translation.override(_language(subscription, user)):
        return _answer(request, link, subscription, user)


def _answer(
    request: HttpRequest, link: Link | None, subscription: Subscription | None, user: User | None
) -> HttpResponse:
    is_foreign = origin(request) == guards.Origin.FOREIGN and not _is_one_click(request)
    if request.method == "POST" and is_foreign:
        return _dead_end(request, status=403)
    if link and subscription:
        is_confirmation = link.purpose == Purpose.CONFIRM
        return (_confirm if is_confirmation else _manage)(request, subscription)
    if user:
        return _moderator(request, user)
    if link and link.purpose == Purpose.MANAGE:
        return _ended(request)
    return _dead_end(request, status=404)


def _language(subscription: Subscription | None, user: User | None) -> str:
    """That of the mail which holds the link, as far as it is still known."""
    if subscription:
        return subscription.language
    return mails.language_of(user) if user else translation.get_language()


def _confirm(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    if request.method == "POST" and not _is_one_click(request):
        also = [read_number(chosen) for chosen in request.POST.getlist("also")]
        for comment_id in notifications.confirm(subscription, also=list(filter(None, also))):
            moderation.publish_if_known(comment_id)
        return SeeOther(links.manage_path(subscription))
    context = {
        "subscription": subscription,
        "page": _public_page(request, subscription),
        "also_asked": notifications.also_asked(subscription),
    }
    return speak(request, "comments/notices/confirm.html", context)


def _manage(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    if request.method != "POST":
        return _manage_page(request, subscription)
    if _is_one_click(request):
        notifications.stop(subscription)
        return _ended(request)
    form = ManageForm(request.POST)
    if not form.is_valid():
        return _manage_page(request, subscription, status=422)
    if form.cleaned_data["wanted"] == Wanted.CHANGE:
        notifications.change_frequency(subscription, form.cleaned_data["frequency"])
        return SeeOther(request.path)
    is_all = form.cleaned_data["wanted"] == Wanted.STOP_EVERYTHING
    (notifications.stop_everything if is_all else notifications.stop)(subscription)
    return _ended(request)


def _moderator(request: HttpRequest, user: User) -> HttpResponse:
    if request.method == "POST":
        notifications.stop_for_moderator(user)
        return _ended(request)
    return speak(request, "comments/notices/moderator.html", {})


def _manage_page(
    request: HttpRequest, subscription: Subscription, *, status: int = 200
) -> HttpResponse:
    form = ManageForm(initial={"frequency": subscription.frequency})
    context = {
        "subscription": subscription,
        "page": _public_page(request, subscription),
        "form": form,
    }
    return speak(request, "comments/notices/manage.html", context, status=status)


def _ended(request: HttpRequest) -> HttpResponse:
    return speak(request, "comments/notices/ended.html", {})


def _dead_end(request: HttpRequest, *, status: int) -> HttpResponse:
    return speak(request, "comments/notices/dead_end.html", {}, status=status)


def _public_page(request: HttpRequest, subscription: Subscription) -> Page | None:
    return guards.commentable_page(subscription.page_id, site=Site.find_for_request(request))


def _is_one_click(request: HttpRequest) -> bool:
    """A mail program's own button (RFC 8058)."""
    return request.POST.get("List-Unsubscribe") == "One-Click"
