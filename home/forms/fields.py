"""How the fields that an editor chose become a form for readers."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from wagtail.contrib.forms.forms import FormBuilder

MAX_CHARACTERS = 5_000  # of a text in several lines: as long as a comment may be
CHOSEN = (forms.CheckboxSelectMultiple, forms.RadioSelect)

Options = dict[str, Any]  # Any: what a field of a form takes


class ReaderFormBuilder(FormBuilder):
    """Wagtail's, with an end to long texts, in our classes, and with what browsers fill in."""

    def create_multiline_field(self, field: Any, options: Options) -> forms.Field:
        """A text of several lines."""
        made: forms.Field = super().create_multiline_field(
            field, options | {"max_length": MAX_CHARACTERS}
        )
        return made

    def create_hidden_field(self, field: Any, options: Options) -> forms.Field:
        """What the form brings along; no longer than a line."""
        made: forms.Field = super().create_hidden_field(
            field, options | {"max_length": MAX_CHARACTERS}
        )
        return made

    def create_date_field(self, field: Any, options: Options) -> forms.Field:
        """A day, picked in the browser's own calendar."""
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        made: forms.Field = super().create_date_field(field, options | {"widget": widget})
        return made

    def create_email_field(self, field: Any, options: Options) -> forms.Field:
        """An address, which browsers know."""
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        made: forms.Field = super().create_email_field(field, options | {"widget": widget})
        return made

    @property
    def formfields(self) -> dict[str, forms.Field]:
        """The fields by their names. What may be left out says so, but for a box to tick."""
        fields: dict[str, forms.Field] = super().formfields
        for field in fields.values():
            if not (field.required or isinstance(field, forms.BooleanField)):
                field.label = gettext("%(label)s (optional)") % {"label": field.label}
            if not isinstance(field.widget, CHOSEN):
                field.widget.attrs.setdefault("class", "form__input")
        return fields
