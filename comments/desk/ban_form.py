"""What a moderator fills in to ban somebody, because of a comment or by what is typed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments import bans, blocks
from comments.blocks import Entry
from comments.models import BlockKind

TYPED = [(kind.value, kind.label) for kind in (BlockKind.NAME, BlockKind.EMAIL)]
LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


def durations() -> list[tuple[str, str]]:
    """How many days a ban can last, said in the language of whoever is asking now."""
    return [(str(days), ngettext("%d day", "%d days", days) % days) for days in bans.DAYS]


class BanForm(forms.Form):
    """A ban. `marks` is by what the writer of a comment can be banned; without, it is typed.

    Neither an address nor a key of the day travels through the browser, only which of them it is.
    `up_to` is the newest event of the log when the form was shown: what waits since is left.
    """

    kind = forms.ChoiceField(
        label=_("By"),
        choices=TYPED,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose by what."),
            "invalid_choice": _("That cannot be banned, or not any more: choose again."),
        },
    )
    typed = forms.CharField(
        label=_("Name or e-mail address"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    days = forms.ChoiceField(
        label=_("For how long"), choices=durations, initial=str(bans.DEFAULT_DAYS)
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        initial=_("Broke the rules"),
        help_text=_("For the other moderators; whoever is banned is not shown it."),
    )
    bins = forms.BooleanField(label=_("Mark as spam what waits of the same"), required=False)
    up_to = forms.IntegerField(
        min_value=0, max_value=LARGEST_NUMBER, required=False, widget=forms.HiddenInput
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        marks: Sequence[Entry],
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, label_suffix="", initial=initial)
        self.marks = {mark.kind: mark for mark in marks}
        if self.marks:
            del self.fields["typed"]
            kinds = [(kind, BlockKind(kind).label) for kind in self.marks]
            cast(forms.ChoiceField, self.fields["kind"]).choices = kinds
        self.fields["kind"].initial = next(iter(self.marks), BlockKind.NAME)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """Nothing that compares with nothing."""
        cleaned = super().clean() or {}
        if "typed" in cleaned and "kind" in cleaned:
            cleaned["value"] = blocks.value_of(cleaned["kind"], cleaned["typed"])
            if not cleaned["value"]:
                self.add_error("typed", _WRONG[BlockKind(cleaned["kind"])])
        return cleaned

    @property
    def entry(self) -> Entry:
        """What is banned; call it only on a valid form."""
        asked = self.cleaned_data
        if mark := self.marks.get(asked["kind"]):
            return replace(mark, reason=asked["reason"])
        shown = asked["typed"] if asked["kind"] == BlockKind.NAME else ""
        return Entry(asked["kind"], asked["value"], shown, asked["reason"])

    @property
    def chosen(self) -> str:
        """The kind that is chosen now, for the screen."""
        return str(self["kind"].value())


_WRONG = {
    BlockKind.NAME: _("Type a name with letters or digits."),
    BlockKind.EMAIL: _("Type an e-mail address."),
}
