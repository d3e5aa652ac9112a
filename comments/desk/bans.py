"""Banning somebody over HTTP: by what, for how long, what it would have caught; and lifting it."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from accounts.models import User
from comments import bans, blocks, permissions
from comments.bans import Preview
from comments.desk.ban_form import BanForm
from comments.models import Block, Comment, ModerationEvent
from comments.moderation import JointDecision, jobs
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import answers_reads_too, screen
from comments.permissions import Right
from comments.states import Action
from comments.submission import read_number

BANS_PER_PAGE = 100
SHOWN_OF_PREVIEW = 20


@require_safe
def list_bans(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:bans: who is banned now, the newest first."""
    permissions.require(request, Right.BAN)
    paginator = WagtailPaginator(bans.in_force(timezone.now()), BANS_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    context = screen(_("Bans")) | {
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
    }
    return render(request, "comments/desk/bans.html", context)


@answers_reads_too
def ban(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:ban: ban somebody, or with "try" say what that would have caught.

    With `comment` it is its writer, by the surest that is known of them; without, a name or an
    address is typed. A GET shows the form and changes nothing.
    """
    moderator = permissions.require(request, Right.BAN)
    comment = _comment_of(request, moderator)
    marks = bans.marks_of(comment, now=timezone.now()) if comment else []
    if request.method != "POST":
        return _form_page(request, BanForm(marks=marks), moderator, comment=comment)
    form = BanForm(request.POST, marks=marks)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _form_page(request, form, moderator, comment=comment, status=status)
    if "try" in request.POST:
        return _form_page(request, form, moderator, comment=comment)
    return _carry_out(request, form, moderator, comment=comment)


@answers_reads_too
def lift_ban(request: HttpRequest, block_id: int) -> HttpResponse:
    """POST reader_comments:lift_ban: end a ban now. A GET asks first."""
    moderator = permissions.require(request, Right.BAN)
    block = get_object_or_404(Block, pk=block_id, is_ban=True)
    if request.method != "POST":
        parent = _("Bans"), reverse("reader_comments:bans")
        context = screen(_("Lift a ban"), parent=parent) | {"entry": block}
        return render(request, "comments/desk/ban_lift.html", context)
    bans.lift(block, user=moderator)
    messages.success(request, _("The ban is lifted."))
    return HttpResponseRedirect(reverse("reader_comments:bans"), status=HTTPStatus.SEE_OTHER)


def _carry_out(
    request: HttpRequest, form: BanForm, moderator: User, *, comment: Comment | None
) -> HttpResponse:
    days = int(form.cleaned_data["days"])
    waiting = _waiting(form, moderator) if form.cleaned_data["bins"] else ()
    now = timezone.now()
    made = bans.ban(form.entry, days=days, user=moderator, now=now, comment=comment)
    ends_at = timezone.localtime(made.expires_at or now)
    told = _("Banned until %(time)s, unless somebody lifts the ban.")
    told %= {"time": date_format(ends_at, "DATETIME_FORMAT")}
    if waiting:
        told = f"{told} {_binned(form, moderator, waiting)}"
    messages.success(request, told)
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)


def _waiting(form: BanForm, moderator: User) -> tuple[int, ...]:
    [preview] = bans.previews([form.entry], moderator=moderator)
    return preview.waiting


def _binned(form: BanForm, moderator: User, waiting: tuple[int, ...]) -> str:
    """What waits of the same is marked as spam, like any decision on many; undone like one."""
    decision = JointDecision(action=Action.MARK_SPAM, moderator=moderator)
    comments = Comment.objects.filter(pk__in=waiting)
    jobs.start(comments, decision, up_to=form.cleaned_data["up_to"] or 0)
    return _("What waits of the same is marked as spam.")


def _comment_of(request: HttpRequest, moderator: User) -> Comment | None:
    """The comment that the moderator came from, if they may see it."""
    number = read_number(request.POST.get("comment") or request.GET.get("comment", ""))
    if number is None:
        return None
    comments = permissions.visible(Comment.objects.all(), moderator)
    return comments.select_related("writer", "sender_key").filter(pk=number).first()


def _form_page(
    request: HttpRequest,
    form: BanForm,
    moderator: User,
    *,
    comment: Comment | None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = screen(_("Ban somebody"), parent=(_("Bans"), reverse("reader_comments:bans"))) | {
        "form": form,
        "comment": comment,
        "choices": _previews(form, moderator),
        "shown": f":{SHOWN_OF_PREVIEW}",
        "up_to": ModerationEvent.objects.aggregate(newest=Max("pk"))["newest"] or 0,
        "day_ends_at": blocks.end_of_day(timezone.now()),
        "back": back_of(request),
        "list_url": queue_url(back_of(request)),
    }
    return render(request, "comments/desk/ban.html", context, status=status)


def _previews(form: BanForm, moderator: User) -> list[Preview]:
    """Of each that can be chosen; of what was typed once it was sent."""
    if form.marks:
        return bans.previews(form.marks.values(), moderator=moderator)
    is_typed = form.is_bound and form.is_valid()
    return bans.previews([form.entry], moderator=moderator) if is_typed else []
