"""Who moderates which section, as a screen for administrators."""

from http import HTTPStatus
from typing import cast

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from accounts.models import User
from comments import desk_log, permissions
from comments.models import CommentSettings, DeskAct, SectionModerator
from comments.moderation_queue.screens import answers_reads_too, screen

TOP = 2  # the depth of the front page; above it is only Wagtail's root


class PeopleField(forms.ModelChoiceField[User]):
    """People by the names that the admin gives them."""

    def label_from_instance(self, obj: User) -> str:
        """As elsewhere in the admin."""
        return str(get_user_display_name(obj))


class PagesField(forms.ModelChoiceField[Page]):
    """Pages with others below them, indented as they stand in the tree."""

    def label_from_instance(self, obj: Page) -> str:
        """The title, behind a dot for every page above it."""
        return f"{'· ' * (obj.depth - TOP)}{obj.get_admin_display_title()}"


class SectionForm(forms.Form):
    """Who gets which page, with all below it."""

    user = PeopleField(label=gettext_lazy("Moderator"), queryset=User.objects.none())
    page = PagesField(
        label=gettext_lazy("Section"),
        queryset=Page.objects.none(),
        help_text=gettext_lazy("This page and everything below it."),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        people = permissions.moderators().filter(is_superuser=False).order_by("username")
        cast(PeopleField, self.fields["user"]).queryset = people
        cast(PagesField, self.fields["page"]).queryset = _sections()


@answers_reads_too
def sections(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:sections: give somebody a section. A GET shows who has which."""
    administrator = permissions.require_administrator(request)
    form = SectionForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    _give(form, administrator)
    messages.success(request, _("The section is given."))
    return _to_list()


@answers_reads_too
def take_section(request: HttpRequest, given_id: int) -> HttpResponse:
    """POST reader_comments:take_section: take a section away again. A GET leads to the list."""
    administrator = permissions.require_administrator(request)
    given = get_object_or_404(SectionModerator, pk=given_id)
    if request.method == "POST":
        _take(given, administrator)
        messages.success(request, _("The section is taken away."))
    return _to_list()


def _give(form: SectionForm, administrator: User) -> None:
    with transaction.atomic():
        given, is_new = SectionModerator.objects.get_or_create(**form.cleaned_data)
        if is_new:
            _log(given, administrator, is_given=True)


def _take(given: SectionModerator, administrator: User) -> None:
    with transaction.atomic():
        _log(given, administrator, is_given=False)
        given.delete()


def _log(given: SectionModerator, administrator: User, *, is_given: bool) -> None:
    """The page is 0 where it is gone."""
    desk_log.record(
        DeskAct.SECTION,
        actor=administrator,
        subject=given.pk,
        is_given=is_given,
        user=given.user_id,
        page=given.page_id or 0,
    )


def _page(request: HttpRequest, form: SectionForm) -> HttpResponse:
    given = SectionModerator.objects.select_related("user", "page").order_by("user__username", "pk")
    context = screen(_("Sections")) | {
        "form": form,
        "given": [(each, str(get_user_display_name(each.user))) for each in given],
        "are_on": CommentSettings.objects.filter(has_section_moderators=True).exists(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "comments/desk/sections.html", context, status=status)


def _sections() -> "QuerySet[Page]":
    pages: QuerySet[Page] = Page.objects.filter(depth__gte=TOP, numchild__gt=0).order_by("path")
    return pages


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("reader_comments:sections"), status=HTTPStatus.SEE_OTHER)
