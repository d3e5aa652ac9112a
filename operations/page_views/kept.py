"""Counts readings of pages that the page cache hands out, of which Django never hears."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from operations import day_keys
from operations.page_views import buffer
from operations.page_views.readers import is_ahead_of_time, is_machine


def count_kept(page_id: int, environ: Mapping[str, Any]) -> None:
    """Count one reading, if the request (of WSGI) comes from a person."""
    purposes = environ.get("HTTP_SEC_PURPOSE", ""), environ.get("HTTP_PURPOSE", "")
    if is_machine(environ.get("HTTP_USER_AGENT", "")) or is_ahead_of_time(*purposes):
        return
    buffer.count(page_id, day_keys.day_of(timezone.now()))
