"""The keys of the desk: one for each decision, and a moderator's own where they chose others."""

from collections.abc import Mapping
from typing import cast

from django import forms
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, profile_tab

from accounts.models import User
from comments import permissions
from comments.models import DeskPreference
from comments.states import Action

# The usual key, and what it does. `a` and `s` are those of WordPress: a slip costs one `z`.
KEYS: Mapping[str, tuple[str, Promise]] = {
    "next": ("j", _("Next comment")),
    "previous": ("k", _("Previous comment")),
    Action.APPROVE.value: ("a", _("Approve, keep, or restore")),
    Action.MARK_SPAM.value: ("s", _("Spam; among spam: confirm it")),
    Action.REMOVE.value: ("r", _("Remove: then the number of the rule")),
    Action.HOLD.value: ("h", _("Hold")),
    Action.TRASH.value: ("t", _("Trash")),
    "select": ("x", _("Select")),
    "ban": ("b", _("Ban the author: then Enter")),
    "undo": ("z", _("Undo what you did last")),
    "search": ("/", _("Search")),
    "legend": ("?", _("Show the keys")),
}
# With Shift these are about all that are selected, or select all that fit.
WITH_SHIFT: tuple[tuple[str, Promise], ...] = (
    ("select", _("Select all that fit, on every page")),
    (Action.APPROVE.value, _("Approve what is selected")),
    (Action.MARK_SPAM.value, _("Mark what is selected as spam")),
    (Action.REMOVE.value, _("Remove what is selected")),
)
NO_KEYS = frozenset("0123456789 ")


def keys_of(preference: Mapping[str, object]) -> dict[str, str]:
    """The key for each thing to do: the usual ones, but for those chosen in `preference`."""
    return {name: _own(preference, name) or usual for name, (usual, _what) in KEYS.items()}


def legend(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each key as it is written, and what it does."""
    alone = [(keys[name], str(what)) for name, (_usual, what) in KEYS.items()]
    together = [(f"Shift + {keys[name]}", str(what)) for name, what in WITH_SHIFT]
    return [*alone, *together]


class KeysForm(forms.Form):
    """One field for each key; an empty one stands for the usual key."""

    def __init__(self, *args: object, preference: DeskPreference, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django's forms take them
        self.preference = preference
        for name, (usual, what) in KEYS.items():
            self.fields[name] = forms.CharField(
                label=str(what),
                required=False,
                max_length=1,
                initial=_own(preference.keys, name),
                widget=forms.TextInput(attrs={"placeholder": usual, "autocapitalize": "off"}),
            )

    def clean(self) -> dict[str, str]:
        """Each key does one thing; digits are the numbers of rules."""
        chosen = {name: key.lower() for name, key in (super().clean() or {}).items() if key}
        keys = keys_of(chosen)
        for name, key in chosen.items():
            if key in NO_KEYS:
                self.add_error(name, _("A digit or a space cannot be a key."))
            elif list(keys.values()).count(key) > 1:
                self.add_error(name, _("Another key is the same."))
        return chosen

    def save(self) -> None:
        """Keep what was chosen, in the moderator's own row."""
        self.preference.keys = self.cleaned_data
        self.preference.save()


class KeysPanel(BaseSettingsPanel):
    """Shown in the account's settings to those who may moderate."""

    name = "desk_keys"
    title = _("Keys for reader comments")
    tab = profile_tab
    order = 900
    form_class = KeysForm

    def is_active(self) -> bool:
        """Whether there is anything to choose."""
        return permissions.may_moderate(self.user)

    def get_form(self) -> KeysForm:
        """The form on the moderator's own row, which is made when it is first saved."""
        posted = self.request.POST if self.request.method == "POST" else None
        return KeysForm(posted, prefix=self.name, preference=self._row)

    @cached_property
    def _row(self) -> DeskPreference:
        user = cast("User", self.user)
        return DeskPreference.objects.filter(user=user).first() or DeskPreference(user=user)


def _own(preference: Mapping[str, object], name: str) -> str:
    """The key that was chosen for it; "" where none was, or where the row holds something else."""
    key = preference.get(name) if isinstance(preference, Mapping) else None
    return key if isinstance(key, str) and len(key) == 1 else ""
