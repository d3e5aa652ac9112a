"""Stands before Django: hands out what is kept, and lets Django make the rest."""

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import Error

from operations import page_views
from operations.page_cache import beside, changes, following
from operations.page_cache.keeping import TICKET, Ticket
from operations.page_cache.kept import Kept
from operations.page_cache.key import Key, key_of
from operations.page_cache.store import Store
from operations.page_cache.turns import Turns

logger = logging.getLogger(__name__)

Environ = dict[str, Any]  # Any: the WSGI protocol
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


class PageCache:
    """A WSGI application around Django's."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._store = Store(most_bytes=settings.PAGE_CACHE_BYTES)
        self._turns = Turns()
        following.start()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request. Without a database nothing is known to be good, and Django answers."""
        key = key_of(environ)
        if key is None:
            return self._application(environ, start_response)
        if environ.get(beside.ASKED) == beside.NGINX:
            start_response = beside.for_nginx(start_response)
        try:
            kept = self._find(key)
        except Error as problem:
            logger.warning("%s: no page is answered from what is kept", type(problem).__name__)
            return self._application(environ, start_response)
        if kept is not None:
            return _hand_out(kept, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":  # its answer lacks what others ask for
            return self._application(environ, start_response)
        with self._turns.take(key) as others_had_theirs:
            if others_had_theirs and (kept := self._find(key)) is not None:
                return _hand_out(kept, environ, start_response)
            return self._make(key, environ, start_response)

    def _find(self, key: Key) -> Kept | None:
        return self._store.get(key, number=changes.number(), now=time.time())

    def _make(self, key: Key, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        ticket = Ticket(self._store, key, changes.number())
        said: list[Any] = []
        answer = self._application(environ | {TICKET: ticket}, lambda *words: said.append(words))
        self._turns.remember(key, is_kept=ticket.kept is not None)
        if ticket.kept is None:
            start_response(*said[-1])
            return answer
        if hasattr(answer, "close"):
            answer.close()
        return _send(ticket.kept, environ, start_response)


def _hand_out(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Send what Django made for somebody else, and never hears of this time."""
    if kept.page_id is not None and environ["REQUEST_METHOD"] == "GET":
        page_views.count_kept(kept.page_id, environ)
    return _send(kept, environ, start_response)


def _send(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    if kept.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", list(kept.same.headers))
        return ()
    takes_packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    sending = kept.packed if takes_packed else kept.plain
    start_response("200 OK", list(sending.headers))
    return () if environ["REQUEST_METHOD"] == "HEAD" else (sending.body,)
