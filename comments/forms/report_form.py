"""The form by which anybody, named in a comment or not, asks for somebody to look at it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments import rendering
from comments.models import ReportReason
from comments.models.report import MAX_WORDS_CHARACTERS
from comments.reports import Complaint


class ReportForm(forms.Form):
    """A reason, and words if the reader has some."""

    reason = forms.ChoiceField(
        label=_("Why should somebody look at this comment?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a reason.")},
    )
    words = forms.CharField(
        label=_("In your words, if you like"),
        required=False,
        widget=forms.Textarea(attrs={"class": "form__input", "rows": 5}),
        help_text=_("Only moderators read this. Up to 1,000 characters."),
    )

    def clean_words(self) -> str:
        """The words without control characters; too long is said, never cut."""
        words = rendering.clean_text(self.cleaned_data["words"]).strip()
        if len(words) > MAX_WORDS_CHARACTERS:
            raise ValidationError(
                _("Please shorten your words: they have %(length)s characters, %(most)s fit."),
                params={"length": len(words), "most": MAX_WORDS_CHARACTERS},
            )
        return words

    def to_complaint(self) -> Complaint:
        """What was filled in; call it only on a valid form."""
        return Complaint(reason=self.cleaned_data["reason"], words=self.cleaned_data["words"])
