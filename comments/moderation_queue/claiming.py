"""Letting the others know which comments one is looking at, over HTTP."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name

from comments import claims, permissions
from comments.moderation_queue import chosen, handed_back
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.handed_back import HandedBack
from comments.moderation_queue.screens import answers_reads_too, wants_json


@answers_reads_too
def claim(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:claim: take the comments of the page that was sent, for five minutes.

    It refuses nobody anything. A script is told who looks at which of them already. What was typed
    on the cards is handed back.
    """
    moderator = permissions.require_moderator(request)
    if request.method == "POST":
        sent = chosen.numbers(request.POST)
        if permissions.section_for(request) is not None:
            own = permissions.within(request).filter(pk__in=sent)
            sent = list(own.values_list("pk", flat=True))
        others = claims.claim(sent, user=moderator, now=timezone.now())
        if wants_json(request):
            taken = {number: str(get_user_display_name(user)) for number, user in others.items()}
            return JsonResponse({"others": taken})
        told = _told(len(sent) - len(others))
        if typed := chosen.left(request.POST):
            handed = HandedBack(typed=typed)
            return handed_back.page(request, handed, title=_("Yours for five minutes"), told=told)
        messages.success(request, told)
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)


def _told(number: int) -> str:
    said = ngettext(
        "%(number)d comment is yours for five minutes.",
        "%(number)d comments are yours for five minutes.",
        number,
    )
    return said % {"number": number}
