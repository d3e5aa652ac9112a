"""Counts readings of pages that the page cache hands out, of which Django never hears."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from operations import day_keys
from operations.page_views import buffer
from operations.page_views.readers import is_a_person


def count_kept(page_id: int, environ: Mapping[str, Any]) -> None:
    """Count one reading, if the request (of WSGI) comes from a person."""
    if is_a_person(environ):
        buffer.count(page_id, day_keys.day_of(timezone.now()))
