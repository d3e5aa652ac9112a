"""What a reader who wants news fills in, and how it is ended again."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from blog.models import CampaignPage, NewsFrequency
from operations import mailbox

IN_A_FORM = {"class": "form__input"}


class SubscribeForm(forms.Form):
    """What news, how often, and where to."""

    campaign = forms.ModelChoiceField(
        label=_("What"),
        queryset=CampaignPage.objects.none(),
        required=False,
        empty_label=_("All news"),
        widget=forms.Select(attrs=IN_A_FORM),
    )
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=NewsFrequency.choices,
        initial=NewsFrequency.EACH,
        widget=forms.Select(attrs=IN_A_FORM),
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=mailbox.LONGEST,
        help_text=_("Only for this, never public, and deleted once you want no more news."),
        widget=forms.EmailInput(attrs=IN_A_FORM | {"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, locale: Locale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        campaigns = CampaignPage.objects.live().public().filter(locale=locale).order_by("title")
        self.fields["campaign"].queryset = campaigns  # type: ignore[attr-defined]  # a choice of rows

    def clean_email(self) -> str:
        """The address as it is kept."""
        return mailbox.normalise(self.cleaned_data["email"])


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
        choices=NewsFrequency.choices,
        required=False,
        widget=forms.Select(attrs=IN_A_FORM),
    )

    def clean_frequency(self) -> str:
        """The rhythm wished for; each post when nothing is said."""
        return self.cleaned_data["frequency"] or NewsFrequency.EACH
