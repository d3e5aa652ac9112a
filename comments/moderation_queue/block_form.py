"""What a moderator types to block something, and the entry that it makes."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from comments import blocks
from comments.blocks import Entry
from comments.models import BlockKind, Comment
from comments.models.block import UNREADABLE
from comments.models.comment import LARGEST_EXACT_JAVASCRIPT_INTEGER
from operations import day_keys

SALT = "comments.blocks.tried"
DEFAULT_DAYS = "30"
DURATIONS = [
    ("1", _("1 day")),
    (DEFAULT_DAYS, _("30 days")),
    ("365", _("1 year")),
    ("", _("Never ends")),
]


class BlockForm(forms.Form):
    """One entry. An address of the network is never typed: it is that of a comment.

    `comment` is the number of a comment whose sender or e-mail address is meant, so that neither
    travels through the browser; `tried` proves which entry the dry run was made with.
    """

    kind = forms.ChoiceField(label=_("What"), choices=BlockKind)
    typed = forms.CharField(
        label=_("Value"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("For the other moderators.")
    )
    days = forms.ChoiceField(
        label=_("For how long"), choices=DURATIONS, initial=DEFAULT_DAYS, required=False
    )
    comment = forms.IntegerField(
        min_value=1,
        max_value=LARGEST_EXACT_JAVASCRIPT_INTEGER,
        required=False,
        widget=forms.HiddenInput,
    )
    tried = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, **fields: Any) -> None:  # Any: Django's own
        super().__init__(data, label_suffix="", **fields)
        if not self.offers_sender:
            kinds = [choice for choice in BlockKind.choices if choice[0] != BlockKind.SENDER]
            self.fields["kind"] = forms.ChoiceField(label=_("What"), choices=kinds)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """Nothing that compares with nothing, and no sender whose day is over."""
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and "typed" in cleaned and "comment" in cleaned:
            cleaned["value"] = self._value(kind)
            if not cleaned["value"]:
                self.add_error("typed", _WRONG[BlockKind(kind)])
        return cleaned

    @property
    def offers_sender(self) -> bool:
        """Whether it was opened from a comment, whose sender can be meant."""
        return bool(self["comment"].value())

    @property
    def entry(self) -> Entry:
        """The entry as it would stand on the list."""
        kind, asked = self.cleaned_data["kind"], self.cleaned_data
        shown = "" if kind in UNREADABLE else asked["typed"]
        return Entry(kind, asked["value"], shown, asked["reason"])

    def expires_at(self, now: datetime) -> datetime | None:
        """Until when it holds; a sender's key ends with the newsroom's day."""
        if self.cleaned_data["kind"] == BlockKind.SENDER:
            return blocks.end_of_day(now)
        days = self.cleaned_data["days"]
        return now + timedelta(days=int(days)) if days else None

    @property
    def was_tried(self) -> bool:
        """Whether the moderator has seen what this very entry would have held."""
        return constant_time_compare(self.cleaned_data["tried"], self.proof)

    @property
    def came_from(self) -> Comment | None:
        """The comment that the moderator came from."""
        try:
            return find_comment(self.fields["comment"].clean(self["comment"].value()))
        except ValidationError:
            return None

    def note_trial(self) -> None:
        """Have the form say, when it is shown again, that this entry was tried."""
        self.data = {name: self.data[name] for name in self.data} | {"tried": self.proof}

    @property
    def proof(self) -> str:
        """What the form says of the entry once it was tried."""
        entry = self.entry
        return salted_hmac(SALT, f"{entry.kind} {entry.value}", algorithm="sha256").hexdigest()

    def _value(self, kind: str) -> str:
        typed = self.cleaned_data["typed"]
        if kind in UNREADABLE and not (typed and kind == BlockKind.EMAIL):
            typed = _of_comment(self.cleaned_data["comment"], kind)
        return blocks.value_of(kind, typed)


_WRONG = {
    BlockKind.PHRASE: _("Type a word or a phrase; signs alone are not compared."),
    BlockKind.HOST: _("Type a host, such as example.com."),
    BlockKind.NAME: _("Type a name with letters or digits."),
    BlockKind.EMAIL: _("Type an e-mail address."),
    BlockKind.SENDER: _(
        "A network address is blocked from a comment that came in today; its key is gone."
    ),
}


def _of_comment(comment_id: int | None, kind: str) -> str:
    """The address that a comment came with, or the key of today's sender; "" when there is none."""
    comment = find_comment(comment_id)
    if comment is None:
        return ""
    return comment.author_email if kind == BlockKind.EMAIL else todays_sender(comment)


def find_comment(number: int | None) -> Comment | None:
    """The comment of this number with its sender's key, or None."""
    comments = Comment.objects.select_related("sender_key")
    return comments.filter(pk=number).first() if number else None


def todays_sender(comment: Comment) -> str:
    """The key under which a comment came in, as long as its day lasts; "" afterwards."""
    sender = getattr(comment, "sender_key", None)
    return sender.key if sender and sender.day == day_keys.day_of(timezone.now()) else ""
