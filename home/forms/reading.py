"""Which of the answers is a name, an address, a text: by the kind of field that they stand in."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.contrib.forms.models import AbstractFormField

Answers = Mapping[str, Any]  # Any: of several kinds, as fields clean them
ONE_LINE, LINES, EMAIL, URL = "singleline", "multiline", "email", "url"


@dataclass(frozen=True)
class Said:
    """What the filter looks at."""

    name: str
    email: str
    website: str
    body: str


def said(fields: Iterable[AbstractFormField], answers: Answers) -> Said:
    """The first line is taken for the name where there is a longer text; the rest is the text."""
    typed = [(field.field_type, str(answers.get(field.clean_name) or "")) for field in fields]
    lines, longer = _of(typed, ONE_LINE), _of(typed, LINES)
    names, texts = (lines[:1], [*lines[1:], *longer]) if longer else ([], lines)
    emails, urls = _of(typed, EMAIL), _of(typed, URL)
    return Said(
        name="".join(names),
        email="".join(emails[:1]),
        website="".join(urls[:1]),
        body="\n".join([*texts, *urls[1:]]),
    )


def kept(answers: Answers) -> dict[str, Any]:
    """The answers as the database keeps them."""
    as_json: dict[str, Any] = json.loads(json.dumps(dict(answers), cls=DjangoJSONEncoder))
    return as_json


def _of(typed: Iterable[tuple[str, str]], kind: str) -> list[str]:
    return [text for each, text in typed if each == kind and text]
