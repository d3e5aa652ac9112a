"""An answer of the staff: written signed in, published at once, with a badge beside the name."""

from http import HTTPStatus
from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from accounts.models import User
from comments import intake, permissions
from comments.forms.body_field import BodyField
from comments.models import Comment
from comments.moderation_queue.kept_words import hand_back
from comments.moderation_queue.screens import screen


class AnswerForm(forms.Form):
    """What to answer, and under which name: the newsroom's own, or the writer's."""

    body = BodyField()
    signed = forms.ChoiceField(label=gettext_lazy("Signed"), widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None = None, *, comment: Comment, user: User) -> None:
        super().__init__(data)
        self.fields["body"].label = gettext_lazy("Your answer")
        self.fields["body"].help_text = gettext_lazy("It appears at once, with a badge.")
        self.names = _names(comment, user)
        signed = cast(forms.ChoiceField, self.fields["signed"])
        signed.choices = [(name, name) for name in self.names]
        signed.initial = self.names[0]


def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET reader_comments:answer shows the form; POST publishes the answer.

    404 where there is nothing to answer; what was typed meanwhile is handed back with 409.
    """
    moderator = permissions.require_moderator(request)
    found = Comment.objects.published().select_related("page")
    typed = request.POST.get("body", "")
    if typed and not found.filter(pk=comment_id).exists():
        return _too_late(request, typed)
    comment = get_object_or_404(found, pk=comment_id)
    form = AnswerForm(request.POST or None, comment=comment, user=moderator)
    if form.is_valid():
        return _published(request, form, comment, moderator)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    history = reverse("reader_comments:history", args=[comment.pk])
    context = screen(_("Answer as staff"), parent=(_("One reader comment"), history))
    context |= {"form": form, "comment": comment}
    return render(request, "comments/moderation/answer.html", context, status=status)


def _published(
    request: HttpRequest, form: AnswerForm, comment: Comment, moderator: User
) -> HttpResponse:
    words, signed = form.cleaned_data["body"], form.cleaned_data["signed"]
    try:
        answered = intake.answer_as_staff(words, to=comment, signed=signed, user=moderator)
    except (intake.AnswerRefused, Comment.DoesNotExist):
        return _too_late(request, words)
    messages.success(request, _("Your answer is published."))
    address = reverse("reader_comments:history", args=[answered.pk])
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def _too_late(request: HttpRequest, words: str) -> HttpResponse:
    why = _("The comment is not public any more, so your answer was not published.")
    return hand_back(request, words, title=_("Answer as staff"), why=why)


def _names(comment: Comment, user: User) -> list[str]:
    """The newsroom's name first: who answers for it need not be known by name."""
    site = comment.page.get_site()
    newsroom = site.site_name or site.root_page.title if site else ""
    return list(filter(None, (newsroom, get_user_display_name(user))))
