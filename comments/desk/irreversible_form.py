"""What is asked for that cannot be taken back, about which comments, and the password once more."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, CommentQuerySet, IrreversibleKind
from comments.models.comment import LARGEST_EXACT_JAVASCRIPT_INTEGER
from comments.moderation_queue.filters import QueueFilter
from comments.states import CommentStatus

# What may be deleted for ever without being the whole of one writer.
OUT_OF_SIGHT = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)
MAX_LIST_CHARACTERS = 1_000


class PasswordForm(forms.Form):
    """The password of whoever sits there; nothing irreversible happens without it."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=1_000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Once more, so that nobody asks for this at a screen that was left open."),
    )

    def __init__(self, data: QueryDict | None = None, **fields: Any) -> None:  # Any: Django's own
        super().__init__(data, label_suffix="", **fields)


class AskForm(PasswordForm):
    """What, and about which comments: one, all of a proven writer, or those of a list.

    `author` is the number of a comment by that writer, `list` the address of the list;
    `expected` stands for the comments that the administrator was shown (`irreversible.mark_of`).
    """

    kind = forms.ChoiceField(choices=IrreversibleKind, widget=forms.HiddenInput)
    comment = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_EXACT_JAVASCRIPT_INTEGER,
        required=False,
        widget=forms.HiddenInput,
    )
    author = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_EXACT_JAVASCRIPT_INTEGER,
        required=False,
        widget=forms.HiddenInput,
    )
    list = forms.CharField(max_length=MAX_LIST_CHARACTERS, required=False, widget=forms.HiddenInput)
    expected = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    @property
    def asked_kind(self) -> IrreversibleKind:
        """What is asked for; deleting where the address says nothing that there is."""
        typed = self["kind"].value()
        is_known = typed in IrreversibleKind.values
        return IrreversibleKind(typed) if is_known else IrreversibleKind.PURGE

    def comments(self) -> CommentQuerySet:
        """Which comments it is about: none where none can be told."""
        if author := self._number("author"):
            writers = Comment.objects.filter(pk=author, writer__isnull=False).values("writer")
            return Comment.objects.filter(writer__in=writers)
        if comment := self._number("comment"):
            return self._that_can_be(Comment.objects.filter(pk=comment))
        wanted = self._filter()
        # What is left aside of a filter would take more than was asked for.
        if wanted and not wanted.errors:
            return wanted.of_tab().filter(status__in=OUT_OF_SIGHT)
        return Comment.objects.none()

    def wrong_filters(self) -> Mapping[str, Sequence[str]]:
        """What of the list's filters makes no sense, by what each is called."""
        wanted = self._filter()
        if wanted is None:
            return {}
        wrong = wanted.errors.items()
        return {str(wanted[name].label): [str(each) for each in errors] for name, errors in wrong}

    def _filter(self) -> QueueFilter | None:
        typed = str(self["list"].value() or "")
        return QueueFilter(QueryDict(typed)) if typed else None

    def _that_can_be(self, comments: CommentQuerySet) -> CommentQuerySet:
        if self.asked_kind == IrreversibleKind.EXPORT:
            return comments
        return comments.filter(status__in=OUT_OF_SIGHT)

    def _number(self, name: str) -> int | None:
        try:
            number: int | None = self.fields[name].clean(self[name].value())
        except forms.ValidationError:
            return None
        return number
