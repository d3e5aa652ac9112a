"""What the API says when it cannot answer, as RFC 9457 has it."""

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"


def problem(
    status: HTTPStatus, detail: str, *, errors: Iterable[Mapping[str, str]] = ()
) -> HttpResponse:
    """An answer that programs can read; `errors` name what in the request was wrong."""
    told: dict[str, Any] = {  # Any: JSON
        "type": "about:blank",  # the status says all that there is to say
        "title": status.phrase,
        "status": int(status),
        "detail": detail,
    }
    if listed := [dict(error) for error in errors]:
        told["errors"] = listed
    return HttpResponse(json.dumps(told), status=status, content_type=MEDIA_TYPE)
