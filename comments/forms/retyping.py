"""Handing a form back with other values in its fields, as if they had been typed."""

from typing import Any

from django.http import QueryDict


class Retyping:
    """Mixed into a form: changes what was typed, and what was cleaned of it."""

    data: Any  # Any: Django's own type for what a form was given
    cleaned_data: dict[str, Any]  # Any: values of several types

    def retype(self, **fields: str) -> None:
        """Let these fields hold these values, the others what was typed."""
        sent = self.data.dict() if isinstance(self.data, QueryDict) else self.data
        self.data = {**sent, **fields}
        for name in fields.keys() & self.cleaned_data.keys():
            self.cleaned_data[name] = fields[name]
