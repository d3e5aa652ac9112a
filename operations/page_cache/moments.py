"""When what is being made changes by itself: an event ends, comments close."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_noted: ContextVar[list[datetime] | None] = ContextVar("moments", default=None)


def until(moment: datetime | None) -> None:
    """What is being made is good until this moment, if there is one and it lies ahead."""
    noted = _noted.get()
    if noted is not None and moment is not None and moment > timezone.now():
        noted.append(moment)


@contextmanager
def noting() -> Iterator[list[datetime]]:
    """Gathers the moments of what is made inside."""
    noted: list[datetime] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)
