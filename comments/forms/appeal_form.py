"""The form by which an author asks for a second look at a decision."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments import rendering
from comments.models.appeal import MAX_STATEMENT_CHARACTERS


class AppealForm(forms.Form):
    """Words, if the author has some."""

    statement = forms.CharField(
        label=_("Why should it be decided otherwise? In your words, if you like"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "form__input", "rows": 6}),
        help_text=_("Only moderators read this. Up to 2,000 characters."),
    )

    def clean_statement(self) -> str:
        """The words without control characters; too long is said, never cut."""
        words = rendering.clean_text(self.cleaned_data["statement"]).strip()
        if len(words) > MAX_STATEMENT_CHARACTERS:
            raise ValidationError(
                _("Please shorten your words: they have %(length)s characters, %(most)s fit."),
                params={"length": len(words), "most": MAX_STATEMENT_CHARACTERS},
            )
        return words
