"""What a reader who wants mail fills in, and how it is ended again."""

from enum import StrEnum

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Frequency, Topic
from operations import mailbox

# "Never" is no way to follow something; that is what ending is for.
RHYTHMS = [(value, label) for value, label in Frequency.choices if value != Frequency.NEVER]
ABOUT_A_COMMENT = [(topic.value, topic.label) for topic in (Topic.REPLIES, Topic.DECISION)]


class AddressForm(forms.Form):
    """Where mail goes, and how often."""

    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=mailbox.LONGEST,
        help_text=_("Only for this, never public, and deleted once you end your notices."),
        widget=forms.EmailInput(attrs={"class": "form__input", "autocomplete": "email"}),
    )
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=RHYTHMS,
        initial=Frequency.AT_ONCE,
        widget=forms.Select(attrs={"class": "form__input"}),
    )

    def clean_email(self) -> str:
        """The address as it is kept."""
        return mailbox.normalise(self.cleaned_data["email"])


class FollowForm(AddressForm):
    """Every new comment below a post."""


class ReceiptNoticeForm(AddressForm):
    """What becomes of one's own comment."""

    topic = forms.ChoiceField(
        label=_("What you want to be told"),
        choices=ABOUT_A_COMMENT,
        initial=Topic.REPLIES,
        widget=forms.Select(attrs={"class": "form__input"}),
    )

    field_order = ["topic", "email", "frequency"]


class Wanted(StrEnum):
    """What the holder of a link from a mail may want."""

    CHANGE = "change"
    STOP = "stop"
    STOP_EVERYTHING = "stop_everything"


class ManageForm(forms.Form):
    """Less mail, or none."""

    wanted = forms.ChoiceField(choices=[(wanted.value, wanted.value) for wanted in Wanted])
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=RHYTHMS,
        required=False,
        widget=forms.Select(attrs={"class": "form__input"}),
    )

    def clean_frequency(self) -> str:
        """The rhythm wished for; "each time" when nothing is said."""
        return self.cleaned_data["frequency"] or Frequency.AT_ONCE
