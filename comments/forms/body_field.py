"""The field for a reader's words, the same wherever they are written."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments import conf, rendering


class BodyField(forms.CharField):
    """Words cleaned of control characters; too long or too deep is said, never cut."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Your comment"),
            strip=False,
            widget=forms.Textarea(
                attrs={
                    "class": "form__input",
                    "rows": 8,
                    "data-most": conf.MAX_BODY_CHARACTERS,
                }
            ),
            help_text=_("*emphasis*, > quotes, lists and links work as in an e-mail."),
            error_messages={"required": _("Please write your comment.")},
        )

    def clean(self, value: object) -> str:
        """The words; raises `ValidationError` about what their writer can change."""
        body = rendering.clean_text(super().clean(value)).strip()
        if not body:
            raise ValidationError(_("Please write your comment."))
        if len(body) > conf.MAX_BODY_CHARACTERS:
            raise ValidationError(
                _("Please shorten your comment: it has %(length)s characters, %(most)s fit."),
                params={"length": len(body), "most": conf.MAX_BODY_CHARACTERS},
            )
        if rendering.loses_text(body):
            raise ValidationError(
                _("Quotes or lists are nested too deeply here; please take some of them out.")
            )
        return body
