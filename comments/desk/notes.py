"""Notes over HTTP: one is added on the page of its comment, and stays there."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import notes, permissions
from comments.models import Comment
from comments.models.note import MAX_NOTE_CHARACTERS
from comments.moderation_queue.kept_words import hand_back
from comments.moderation_queue.screens import answers_reads_too, screen


class NoteForm(forms.Form):
    """What a moderator tells the others."""

    words = forms.CharField(
        label=gettext_lazy("Note for the other moderators"),
        max_length=MAX_NOTE_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


@answers_reads_too
def add_note(request: HttpRequest, comment_id: int) -> HttpResponse:
    """POST reader_comments:add_note: put a note beside the comment. A GET only leads to it.

    404 where there is no comment; a note that was typed meanwhile is handed back with 409.
    """
    moderator = permissions.require_moderator(request)
    listed = permissions.visible(Comment.objects.all(), moderator)
    typed = request.POST.get("words", "")
    if typed and not listed.filter(pk=comment_id).exists():
        why = _("The comment was deleted, so your note was not kept.")
        return hand_back(request, typed, title=_("A note"), why=why)
    comment = get_object_or_404(listed, pk=comment_id)
    if request.method == "POST":
        form = NoteForm(request.POST, label_suffix="")
        if not form.is_valid():
            return _form_page(request, comment, form)
        notes.add(comment, form.cleaned_data["words"], author=moderator)
        messages.success(request, _("The note is kept."))
    return HttpResponseRedirect(_history(comment), status=HTTPStatus.SEE_OTHER)


def _form_page(request: HttpRequest, comment: Comment, form: NoteForm) -> HttpResponse:
    """The form once more, with the words that were typed and what is wrong with them."""
    parent = (_("One reader comment"), _history(comment))
    context = screen(_("A note"), parent=parent) | {"comment": comment, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "comments/desk/note.html", context, status=status)


def _history(comment: Comment) -> str:
    return reverse("reader_comments:history", args=[comment.pk])
