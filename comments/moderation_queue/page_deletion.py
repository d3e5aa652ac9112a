"""Stands before Wagtail's deletion of pages: what readers said is not deleted by the way."""

from dataclasses import dataclass
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.models import Page

from accounts.models import User
from comments import erasure, irreversible, permissions
from comments.desk.irreversible import with_password
from comments.desk.irreversible_form import PasswordForm
from comments.moderation_queue.screens import screen


class CountForm(PasswordForm):
    """The number that an administrator has to type, so that nobody deletes a thread unawares.

    And the password, since nobody can take it back.
    """

    field_order = ["comment_count", "password"]

    comment_count = forms.IntegerField(
        label=gettext_lazy("Number of comments"),
        min_value=0,
        widget=forms.NumberInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


@dataclass(frozen=True)
class CommentedPage:
    """A page that somebody wants to delete, and how many comments it and those below it have."""

    page: Page
    count: int


def before_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook: stop the deletion of a page with comments."""
    return _stop(request, [page])


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: list[object], _action: object
) -> HttpResponse | None:
    """Wagtail's hook: stop the deletion of several pages when one of them has comments."""
    if action_type != "delete":
        return None
    return _stop(request, [item for item in objects if isinstance(item, Page)])


@require_POST
def delete(request: HttpRequest, page_id: int) -> HttpResponse:
    """POST reader_comments:delete_page: an administrator deletes a page with its comments.

    Not alone where two people have to agree: then the comments are deleted for ever first.
    """
    administrator = permissions.require_administrator(request)
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(administrator).can_delete():
        raise PermissionDenied
    stopped = [CommentedPage(page, erasure.comments_in_tree(page).count())]
    if stopped[0].count and irreversible.needs_second():
        return _screen(request, stopped, CountForm(), status=HTTPStatus.CONFLICT)
    form = CountForm(request.POST)
    if not form.is_valid():
        return _screen(request, stopped, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return with_password(
        form,
        administrator,
        act=lambda: _deleted(request, page, form, administrator),
        again=lambda status: _screen(request, stopped, form, status=status),
    )


def _deleted(
    request: HttpRequest, page: Page, form: CountForm, administrator: User
) -> HttpResponse:
    explorer = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    count = form.cleaned_data["comment_count"]
    try:
        erasure.delete_with_comments(page, administrator=administrator, expected_count=count)
    except erasure.CountDiffers as differs:
        form.add_error("comment_count", _("That is not how many comments there are."))
        stopped = [CommentedPage(page, differs.count)]
        return _screen(request, stopped, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("The page and its comments are deleted."))
    return HttpResponseRedirect(explorer, status=HTTPStatus.SEE_OTHER)


def _stop(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    counted = [CommentedPage(page, erasure.comments_in_tree(page).count()) for page in pages]
    commented = [item for item in counted if item.count]
    status = HTTPStatus.OK if request.method == "GET" else HTTPStatus.CONFLICT
    return _screen(request, commented, CountForm(), status=status) if commented else None


def _screen(
    request: HttpRequest, stopped: list[CommentedPage], form: CountForm, *, status: HTTPStatus
) -> HttpResponse:
    context = screen(_("Comments belong to this page")) | {
        "stopped": stopped,
        "only": stopped[0] if len(stopped) == 1 else None,
        "form": form,
        "needs_second": irreversible.needs_second(),
        "back_url": reverse("wagtailadmin_explore", args=[stopped[0].page.get_parent().pk]),
    }
    return render(request, "comments/moderation/page_deletion.html", context, status=status)
