"""What a moderator types to publish a rule, or what one says from now on: in every language."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from comments.models import RuleVersion
from comments.models.rule import MAX_TEXT_CHARACTERS, MAX_TITLE_CHARACTERS
from comments.rulebook import Texts
from comments.states import REMOVAL_REASONS


class InLanguage(NamedTuple):
    """The two fields of one language."""

    code: str
    name: str
    title: BoundField
    text: BoundField


class RuleForm(forms.Form):
    """A title and a text in each language; of a new rule its kind, too, which never changes."""

    reason = forms.ChoiceField(
        label=_("Kind"),
        choices=[(each.value, each.label) for each in REMOVAL_REASONS],
        help_text=_("What the public report counts it under. It cannot be changed later."),
    )

    def __init__(
        self, data: QueryDict | None = None, *, version: RuleVersion | None = None
    ) -> None:
        super().__init__(data, label_suffix="", initial=_said(version))
        if version:
            del self.fields["reason"]
        for code, _name in settings.LANGUAGES:
            self._add_language(code)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """A text without a title would be told nowhere."""
        cleaned = super().clean() or {}
        for code, _name in settings.LANGUAGES:
            if cleaned.get(f"text_{code}") and cleaned.get(f"title_{code}") == "":
                self.add_error(f"title_{code}", _("Give it a title in this language, too."))
        return cleaned

    @property
    def languages(self) -> Iterator[InLanguage]:
        """The fields by language, the newsroom's first."""
        ordered = sorted(settings.LANGUAGES, key=lambda each: each[0] != settings.LANGUAGE_CODE)
        for code, name in ordered:
            yield InLanguage(code, str(name), self[f"title_{code}"], self[f"text_{code}"])

    @property
    def texts(self) -> Texts:
        """What was typed, as the rulebook takes it."""
        said = self.cleaned_data
        return {
            code: (said[f"title_{code}"], said[f"text_{code}"])
            for code, _name in settings.LANGUAGES
        }

    def _add_language(self, code: str) -> None:
        attributes = {"lang": code, "dir": "auto"}
        self.fields[f"title_{code}"] = forms.CharField(
            label=_("Title"),
            max_length=MAX_TITLE_CHARACTERS,
            required=code == settings.LANGUAGE_CODE,
            widget=forms.TextInput(attrs=attributes),
        )
        self.fields[f"text_{code}"] = forms.CharField(
            label=_("Text"),
            max_length=MAX_TEXT_CHARACTERS,
            required=False,
            widget=forms.Textarea(attrs=attributes | {"rows": 4}),
        )


def _said(version: RuleVersion | None) -> dict[str, str]:
    """What the version says, field by field."""
    texts = list(version.texts.all()) if version else []
    titles = {f"title_{text.language}": text.title for text in texts}
    return titles | {f"text_{text.language}": text.text for text in texts}
