"""What cannot be taken back, as screens: asking, confirming, calling off, collecting an export."""

from collections.abc import Callable
from http import HTTPStatus
from math import ceil

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.utils import get_user_display_name

from accounts.models import User
from comments import irreversible, permissions
from comments.desk.irreversible_form import AskForm, PasswordForm
from comments.models import IrreversibleAct, IrreversibleKind
from comments.moderation_queue.screens import answers_reads_too, screen

SHOWN_ACTS = 100


@require_safe
def list_acts(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:irreversible: what was asked for, and what came of it.

    Every moderator may look, so that nothing is destroyed behind their backs.
    """
    user = permissions.require_moderator(request)
    acts = IrreversibleAct.objects.select_related("asked_by", "confirmed_by")[:SHOWN_ACTS]
    context = screen(_("For ever")) | {
        "acts": [_Shown(act, user) for act in acts],
        "is_administrator": user.is_superuser,
    }
    return render(request, "comments/desk/irreversible.html", context)


@answers_reads_too
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:ask_irreversible: ask for it, by the password. A GET shows what for."""
    administrator = permissions.require_administrator(request)
    if request.method != "POST":
        return _ask_page(request, AskForm(initial=request.GET.dict()))
    form = AskForm(request.POST)
    if not form.is_valid():
        return _ask_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return with_password(
        form,
        administrator,
        act=lambda: _asked(request, form, administrator),
        again=lambda status: _ask_page(request, form, status=status),
    )


@answers_reads_too
@never_cache
def confirm(request: HttpRequest, act_id: int) -> HttpResponse:
    """POST reader_comments:confirm_irreversible: agree as the second person, with the password."""
    administrator = permissions.require_administrator(request)
    act = get_object_or_404(IrreversibleAct, pk=act_id)
    if not irreversible.may_confirm(act, administrator=administrator):
        return _not_possible(request)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _confirm_page(request, form, act)
    return with_password(
        form,
        administrator,
        act=lambda: _confirmed(request, act, administrator),
        again=lambda status: _confirm_page(request, form, act, status=status),
    )


@answers_reads_too
def call_off(request: HttpRequest, act_id: int) -> HttpResponse:
    """POST reader_comments:call_off_irreversible: let it not be done. A GET leads to the list."""
    administrator = permissions.require_administrator(request)
    act = get_object_or_404(IrreversibleAct, pk=act_id)
    if request.method == "POST":
        try:
            act = irreversible.call_off(act.pk, administrator=administrator, now=timezone.now())
        except irreversible.NotPossible:
            return _not_possible(request)
        told = _("It is called off.")
        messages.success(request, f"{told} {_gone(irreversible.number_gone(act))}".strip())
    return _to_list()


@answers_reads_too
@never_cache
def collect(request: HttpRequest, act_id: int) -> HttpResponse:
    """POST reader_comments:collect_export: the file, once, for whoever asked. A GET takes none."""
    administrator = permissions.require_administrator(request)
    act = get_object_or_404(IrreversibleAct, pk=act_id)
    if act.asked_by != administrator:
        raise PermissionDenied
    content = irreversible.collect(act) if request.method == "POST" else None
    if content is None:
        return _to_list()
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="export-{act.pk}.json"'
    return response


class _Shown:
    """A line of the list: the act, and what this user may do about it."""

    def __init__(self, act: IrreversibleAct, user: User) -> None:
        self.act = act
        self.number = len(act.wanted)
        self.asked_by = _name_of(act.asked_by)
        self.confirmed_by = _name_of(act.confirmed_by) if act.confirmed_at else ""
        self.is_open = act.done_at is None and act.called_off_at is None
        has_begun = self.is_open and act.due_at <= timezone.now()
        self.gone = _gone(irreversible.number_gone(act)) if has_begun else ""
        self.may_confirm = user.is_superuser and irreversible.may_confirm(act, administrator=user)
        self.may_collect = (
            act.asked_by == user and act.done_at is not None and irreversible.is_there(act)
        )


def _name_of(user: User | None) -> str:
    return str(get_user_display_name(user)) if user else _("somebody whose account is gone")


def _gone(number: int) -> str:
    """How many comments of it are not there any more; nothing where all are."""
    told = ngettext(
        "%(number)s comment is gone already.", "%(number)s comments are gone already.", number
    )
    return told % {"number": number} if number else ""


def with_password(
    form: PasswordForm,
    user: User,
    *,
    act: Callable[[], HttpResponse],
    again: Callable[[HTTPStatus], HttpResponse],
) -> HttpResponse:
    """Act if the password is the user's own, or show the form again and why not."""
    try:
        irreversible.check_password(form.cleaned_data["password"], user=user)
    except irreversible.WrongPassword:
        form.add_error("password", _("That is not your password."))
        return again(HTTPStatus.UNPROCESSABLE_ENTITY)
    except irreversible.TooManyTries as refused:
        minutes = ceil(refused.retry_after_seconds / 60)
        told = ngettext(
            "Too many tries. Try again in %(minutes)s minute.",
            "Too many tries. Try again in %(minutes)s minutes.",
            minutes,
        )
        form.add_error("password", told % {"minutes": minutes})
        return again(HTTPStatus.TOO_MANY_REQUESTS)
    return act()


def _asked(request: HttpRequest, form: AskForm, administrator: User) -> HttpResponse:
    try:
        act = irreversible.ask_as_shown(
            form.asked_kind,
            form.comments(),
            shown=form.cleaned_data["expected"],
            administrator=administrator,
            now=timezone.now(),
        )
    except irreversible.OtherThanShown:
        form.add_error(None, _("Meanwhile there are other comments: look again."))
        return _ask_page(request, form, status=HTTPStatus.CONFLICT)
    except (irreversible.NothingWanted, irreversible.TooManyWanted):
        return _ask_page(request, form, status=HTTPStatus.CONFLICT)
    time = date_format(timezone.localtime(act.due_at), "DATETIME_FORMAT")
    told = _("Until %(time)s any administrator can call it off; then it is done.")
    messages.success(request, told % {"time": time})
    return _to_list()


def _confirmed(request: HttpRequest, act: IrreversibleAct, administrator: User) -> HttpResponse:
    try:
        irreversible.confirm(act.pk, administrator=administrator, now=timezone.now())
    except irreversible.NotPossible:
        return _not_possible(request)
    messages.success(request, _("You have confirmed it."))
    return _to_list()


def _ask_page(
    request: HttpRequest, form: AskForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    wanted = irreversible.wanted_of(form.comments())
    number = len(wanted)
    # A wrong password must not make others of those that were shown: only who is told looks again.
    is_shown_anew = not form.is_bound or status == HTTPStatus.CONFLICT
    is_export = form.asked_kind == IrreversibleKind.EXPORT
    title = _("Export personal data") if is_export else _("Delete for ever")
    context = screen(title, parent=_list()) | {
        "form": form,
        "kind": form.asked_kind,
        "number": number,
        "expected": irreversible.mark_of(wanted) if is_shown_anew else form["expected"].value(),
        "is_possible": 0 < number <= irreversible.MAX_WANTED,
        "most": irreversible.MAX_WANTED,
        "needs_second": irreversible.needs_second(),
    }
    return render(request, "comments/desk/irreversible_ask.html", context, status=status)


def _confirm_page(
    request: HttpRequest,
    form: PasswordForm,
    act: IrreversibleAct,
    *,
    status: HTTPStatus | None = None,
) -> HttpResponse:
    context = screen(_("Confirm as the second person"), parent=_list()) | {
        "form": form,
        "shown": _Shown(act, permissions.require_administrator(request)),
    }
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "comments/desk/irreversible_confirm.html"
    return render(request, template, context, status=status or wrong)


def _not_possible(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("That is not possible any more, or not for you."))
    return _to_list()


def _list() -> tuple[str, str]:
    return _("For ever"), reverse("reader_comments:irreversible")


def _to_list() -> HttpResponse:
    url = reverse("reader_comments:irreversible")
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)
