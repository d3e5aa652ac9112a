"""Appeals at the desk: what waits for an answer, one with all that it is about, answering it."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from accounts.models import User
from comments import appeals, permissions
from comments.appeals import AnsweredAlready, NotYours, WaitsAgain
from comments.desk.appeal_form import AnswerForm
from comments.desk.appeal_shown import shown_alone, shown_in_list, with_what_is_shown
from comments.models import Appeal, AppealState, CommentSettings
from comments.models.appeal import AppealQuerySet
from comments.moderation import DecisionRefused
from comments.moderation_queue import wording
from comments.moderation_queue.screens import answers_reads_too, screen

APPEALS_PER_PAGE = 25
DONE = {
    AppealState.UPHELD: gettext_lazy("The decision stands. The author reads your words."),
    AppealState.REVERSED: gettext_lazy("The comment is published."),
    AppealState.VARIED: gettext_lazy("The decision stands by the other rule."),
}


@require_safe
def list_appeals(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:appeals: what waits, the latest first; with `?answered=1` the rest."""
    among = appeals.in_reach(permissions.require_moderator(request))
    now = timezone.now()
    is_answered = "answered" in request.GET
    paginator = WagtailPaginator(_rows(among, is_answered=is_answered), APPEALS_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    context = screen(_("Appeals"), parent=_queue()) | {
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
        "shown": shown_in_list(listed.object_list, among=among, now=now),
        "is_answered": is_answered,
        "waiting": appeals.waiting(among, now=now),
    }
    return render(request, "comments/desk/appeals.html", context)


@answers_reads_too
def appeal(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """GET reader_comments:appeal shows one; POST answers it, or says why not.

    One that went with its comment leads to the list.
    """
    moderator = permissions.require_moderator(request)
    found = _find(appeal_id, moderator)
    if found is None:
        return _gone(request)
    if request.method != "POST":
        return _screen(request, found, AnswerForm(appeal=found), moderator=moderator)
    form = AnswerForm(request.POST, appeal=found)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _screen(request, found, form, moderator=moderator, status=status)
    return _answer(request, found, form, moderator=moderator)


def _answer(
    request: HttpRequest, found: Appeal, form: AnswerForm, *, moderator: User
) -> HttpResponse:
    now = timezone.now()
    try:
        answered = appeals.decide(found.pk, form.to_answer(), moderator=moderator, now=now)
    except Appeal.DoesNotExist:
        return _gone(request)
    except NotYours:
        why = _("This appeal is not yours to answer now; nothing was changed.")
        return _refused(request, found.pk, why, moderator=moderator, status=HTTPStatus.FORBIDDEN)
    except AnsweredAlready:
        why = _("Somebody has answered this appeal meanwhile; nothing was changed.")
        return _refused(request, found.pk, why, moderator=moderator)
    except WaitsAgain:
        why = _("The decision was taken back, so it cannot stand; nothing was changed.")
        return _refused(request, found.pk, why, moderator=moderator)
    except DecisionRefused as refused:
        return _refused(request, found.pk, wording.refusal(refused), moderator=moderator)
    messages.success(request, str(DONE[AppealState(answered.state)]))
    if form.cleaned_data["alike"] and answered.state == AppealState.UPHELD:
        _answer_alike(request, answered, seen=form.alike_as_seen(), moderator=moderator)
    return HttpResponseRedirect(_list_url(), status=HTTPStatus.SEE_OTHER)


def _answer_alike(
    request: HttpRequest, answered: Appeal, *, seen: Mapping[int, int], moderator: User
) -> None:
    now, words = timezone.now(), answered.words
    number = appeals.answer_alike(answered, words, seen=seen, moderator=moderator, now=now)
    said = ngettext(
        "%(number)d appeal about nearly the same words has the same answer.",
        "%(number)d appeals about nearly the same words have the same answer.",
        number,
    )
    messages.success(request, said % {"number": number})


def _refused(
    request: HttpRequest,
    appeal_id: int,
    why: str,
    *,
    moderator: User,
    status: HTTPStatus = HTTPStatus.CONFLICT,
) -> HttpResponse:
    """The appeal as it stands now, and why nothing was changed; what was typed is still there."""
    found = _find(appeal_id, moderator)
    if found is None:
        return _gone(request)
    form = AnswerForm(appeal=found)
    for name in ("outcome", "rule", "words"):
        form.initial[name] = request.POST.get(name, "")
    return _screen(request, found, form, moderator=moderator, refusal=why, status=status)


def _screen(
    request: HttpRequest,
    found: Appeal,
    form: AnswerForm,
    *,
    moderator: User,
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    now = timezone.now()
    settings, among = CommentSettings.for_request(request), appeals.in_reach(moderator)
    shown = shown_alone(found, settings, among=among, now=now)
    context = screen(_("An appeal"), parent=(_("Appeals"), _list_url())) | {
        "shown": shown,
        "appeal": found,
        "comment": found.comment,
        "form": form,
        "turn": appeals.turn_of(found, moderator=moderator, now=now),
        "refusal": refusal,
    }
    return render(request, "comments/desk/appeal.html", context, status=status)


def _find(appeal_id: int, moderator: User) -> Appeal | None:
    found = appeals.in_reach(moderator).filter(pk=appeal_id)
    return with_what_is_shown(found).first()


def _rows(among: AppealQuerySet, *, is_answered: bool) -> AppealQuerySet:
    if not is_answered:
        return with_what_is_shown(appeals.listed(among))
    answered = among.exclude(state=AppealState.OPEN).order_by("-decided_at", "-pk")
    return with_what_is_shown(answered)


def _gone(request: HttpRequest) -> HttpResponse:
    why = _("This appeal has ended: its author took the comment back, or it was deleted.")
    messages.info(request, why)
    return HttpResponseRedirect(_list_url(), status=HTTPStatus.SEE_OTHER)


def _queue() -> tuple[str, str]:
    return _("Reader comments"), reverse("reader_comments:queue")


def _list_url() -> str:
    return reverse("reader_comments:appeals")
