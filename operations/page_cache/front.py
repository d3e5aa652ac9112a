"""Stands before Django: hands out what is kept, and lets Django make the rest."""

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import Error

from operations import page_views
from operations.page_cache import beside, changes
from operations.page_cache.keeping import TICKET, Ticket
from operations.page_cache.kept import Kept
from operations.page_cache.key import Key, key_of
from operations.page_cache.store import Store
from operations.page_cache.turns import Turns

logger = logging.getLogger(__name__)

Environ = dict[str, Any]  # Any: the WSGI protocol
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# What Django makes for one who has it already others could not use; the front says 304 by itself.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
# It is named, and not refused by a weight of nothing (RFC 9110, 12.5.3).
UNPACKS = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")


@dataclass(frozen=True)
class Sent:
    """The bytes of an answer, and what is done once they are on their way."""

    body: tuple[bytes, ...]
    close: Callable[[], object]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.body)


class PageCache:
    """A WSGI application around Django's."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._store = Store(most_bytes=settings.PAGE_CACHE_BYTES)
        self._turns = Turns()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request. Without a database nothing is known to be good, and Django answers."""
        key = key_of(environ)
        number = _number() if key else None
        if key is None or number is None:
            return self._application(environ, start_response)
        if environ.get(beside.ASKED) == beside.NGINX:
            start_response = beside.for_nginx(start_response)
        if kept := self._store.get(key, number=number, now=time.time()):
            return _hand_out(kept, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":  # its answer lacks what others ask for
            return self._application(environ, start_response)
        with self._turns.take(key) as others_had_theirs:
            if others_had_theirs:
                number = _number() or number
                if kept := self._store.get(key, number=number, now=time.time()):
                    return _hand_out(kept, environ, start_response)
            return self._make(key, number, environ, start_response)

    def _make(
        self, key: Key, number: int, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        ticket = Ticket(self._store, key, number)
        unconditional = {name: environ[name] for name in environ if name not in CONDITIONS}
        said = []
        answer = self._application(
            unconditional | {TICKET: ticket}, lambda *words: said.append(words)
        )
        status, *headers = said[-1]
        self._turns.remember(key, is_kept=bool(ticket.kept), is_found=status < "4")
        if ticket.kept is None:
            start_response(status, *headers)
            return answer
        return _send(ticket.kept, environ, start_response, close=getattr(answer, "close", _nothing))


def _number() -> int | None:
    try:
        return changes.number()
    except Error as problem:  # only its kind: its words may hold the address of the database
        logger.warning("%s: no page is answered from what is kept", type(problem).__name__)
        return None


def _hand_out(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Send what Django made for somebody else, and never hears of this time."""
    close: Callable[[], object] = _nothing
    if kept.page_id is not None and environ["REQUEST_METHOD"] == "GET":
        page_views.count_kept(kept.page_id, environ)
        close = page_views.flush_if_due  # nobody waits for that
    return _send(kept, environ, start_response, close=close)


def _send(
    kept: Kept, environ: Environ, start_response: StartResponse, *, close: Callable[[], object]
) -> Iterable[bytes]:
    # Weak or not, it is the same page.
    if kept.etag.removeprefix("W/") in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", list(kept.same.headers))
        return Sent((), close)
    unpacks = UNPACKS.search(environ.get("HTTP_ACCEPT_ENCODING", ""))
    sending = kept.packed if unpacks else kept.plain
    start_response("200 OK", list(sending.headers))
    return Sent(() if environ["REQUEST_METHOD"] == "HEAD" else (sending.body,), close)


def _nothing() -> None:
    """There is nothing to do after an answer."""
