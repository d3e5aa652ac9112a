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

from comments import erasure, permissions
from comments.moderation_queue.screens import screen


class CountForm(forms.Form):
    """The number that an administrator has to type, so that nobody deletes a thread unawares."""

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
    """POST reader_comments:delete_page: an administrator deletes a page with its comments."""
    administrator = permissions.require_administrator(request)
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(administrator).can_delete():
        raise PermissionDenied
    form = CountForm(request.POST, label_suffix="")
    parent = page.get_parent()
    try:
        if form.is_valid():
            count = form.cleaned_data["comment_count"]
            erasure.delete_with_comments(page, administrator=administrator, expected_count=count)
            messages.success(request, _("The page and its comments are deleted."))
            explorer = reverse("wagtailadmin_explore", args=[parent.pk])
            return HttpResponseRedirect(explorer, status=HTTPStatus.SEE_OTHER)
    except erasure.CountDiffers:
        form.add_error("comment_count", _("That is not how many comments there are."))
    stopped = [CommentedPage(page, erasure.comments_in_tree(page).count())]
    return _screen(request, stopped, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _stop(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    counted = [CommentedPage(page, erasure.comments_in_tree(page).count()) for page in pages]
    commented = [item for item in counted if item.count]
    status = HTTPStatus.OK if request.method == "GET" else HTTPStatus.CONFLICT
    return (
        _screen(request, commented, CountForm(label_suffix=""), status=status)
        if commented
        else None
    )


def _screen(
    request: HttpRequest, stopped: list[CommentedPage], form: CountForm, *, status: HTTPStatus
) -> HttpResponse:
    context = screen(_("Comments belong to this page")) | {
        "stopped": stopped,
        "only": stopped[0] if len(stopped) == 1 else None,
        "form": form,
        "back_url": reverse("wagtailadmin_explore", args=[stopped[0].page.get_parent().pk]),
    }
    return render(request, "comments/moderation/page_deletion.html", context, status=status)
