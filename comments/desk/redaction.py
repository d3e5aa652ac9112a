"""Blacking words out over HTTP: marking them, seeing what that leaves, and doing it for good."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from comments import irreversible, moderation, permissions, rendering
from comments.desk.redaction_form import RedactionForm, pieces_of
from comments.models import Comment, CommentSettings
from comments.moderation import DecisionRefused, NothingToRedact, StillSaid
from comments.moderation_queue import wording
from comments.moderation_queue.screens import answers_reads_too, screen
from comments.states import OFFERED, Action, CommentStatus


@answers_reads_too
def redact(request: HttpRequest, comment_id: int) -> HttpResponse:
    """POST reader_comments:redact: show what would be left; with "redact" or "approve", do it.

    Only what was seen first is blacked out, or it is shown again. A GET shows the form.
    """
    moderator = permissions.require_moderator(request)
    listed = permissions.visible(Comment.objects.select_related("page"), moderator)
    comment = get_object_or_404(listed, pk=comment_id)
    pieces = pieces_of(comment, CommentSettings.for_request(request))
    if request.method != "POST":
        seen = comment.events.latest("pk").pk
        return _page(request, comment, RedactionForm(pieces=pieces, initial={"seen": seen}))
    form = RedactionForm(request.POST, pieces=pieces)
    if not form.is_valid():
        return _page(request, comment, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.was_tried and ("redact" in request.POST or "approve" in request.POST):
        return _carry_out(request, comment, form, moderator)
    return _preview(request, comment, form)


def _preview(request: HttpRequest, comment: Comment, form: RedactionForm) -> HttpResponse:
    """The form once more with what would be left, or with why nothing would come of it."""
    said = moderation.redacted(comment, form.blackout)
    elsewhere = moderation.hits_elsewhere(comment, form.blackout)
    refused: DecisionRefused | None = None if said.hits or elsewhere else NothingToRedact(comment)
    if moderation.still_says(said, form.blackout):
        refused = StillSaid(comment)
    if refused:
        form.add_error("words", wording.refusal(refused))
        return _page(request, comment, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    form.note_trial()
    name_hits = form.blackout.hits(comment.author_name)
    return _page(
        request,
        comment,
        form,
        preview=rendering.from_store(said.body_html),
        hits=said.hits,
        elsewhere=elsewhere,
        name=form.blackout.on(comment.author_name) if form.blackout.with_name else "",
        stays_in_name=bool(name_hits) and not form.blackout.with_name,
    )


def _carry_out(
    request: HttpRequest, comment: Comment, form: RedactionForm, moderator: User
) -> HttpResponse:
    approves = "approve" in request.POST
    act = moderation.redact_and_approve if approves else moderation.redact
    try:
        act(comment.pk, form.ruling_of(moderator), form.blackout)
    except (NothingToRedact, StillSaid) as refused:
        form.add_error("words", wording.refusal(refused))
        return _page(request, comment, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except DecisionRefused as refused:
        refusal = wording.refusal(refused)
        return _page(request, comment, form, status=HTTPStatus.CONFLICT, refusal=refusal)
    irreversible.forget_about(comment.pk)
    messages.success(request, _done(approves=approves))
    return HttpResponseRedirect(_history(comment), status=HTTPStatus.SEE_OTHER)


def _done(*, approves: bool) -> str:
    if approves:
        return _("Blacked out, and approved: readers see what is left.")
    return _("Blacked out. What was there is nowhere any more.")


def _page(
    request: HttpRequest,
    comment: Comment,
    form: RedactionForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    **more: object,
) -> HttpResponse:
    parent = (_("One reader comment"), _history(comment))
    context = screen(_("Black out words"), parent=parent) | {
        "comment": comment,
        "form": form,
        "versions": list(comment.versions.all()),
        "can_approve": _can_be_approved(comment),
        **more,
    }
    return render(request, "comments/desk/redaction.html", context, status=status)


def _can_be_approved(comment: Comment) -> bool:
    return Action.APPROVE in OFFERED[CommentStatus(comment.status)]


def _history(comment: Comment) -> str:
    return reverse("reader_comments:history", args=[comment.pk])
