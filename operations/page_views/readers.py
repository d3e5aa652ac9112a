"""Whether an answer is read by a person, as far as the request itself says so.

Nothing of the request is kept. A machine that calls itself a browser is counted; to find it out one
would have to watch readers.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# Words by which programs name themselves; no browser of people has any of them in its name. Cubot
# makes telephones, and Lynx names the libwww that it is built on.
MACHINES = re.compile(
    r"(?<!\bcu)bot(?:\b|_)|crawl|spider|slurp|scrap|fetch|preview|monitor|uptime|feed|rss|archiv|"
    r"headless|phantom|lighthouse|facebookexternalhit|whatsapp|telegram|python|curl|wget|"
    r"java/|go-http|okhttp|libwww(?!-fm\b)|axios|node|ruby|perl|php|http-?client|scan|"
    r"validator|\+https?:",
    re.IGNORECASE,
)
# What a browser loads before anybody asked to see it.
AHEAD_OF_TIME = ("prefetch", "prerender", "preview")


def is_read_by_a_person(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether to count: a whole page, for somebody who is not of the staff, in a browser."""
    return is_page(request, response) and not _is_staff(request) and is_a_person(request.META)


def is_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether it is a whole page, and no feed below one."""
    is_html = response.get("Content-Type", "").startswith("text/html")
    return request.method == "GET" and response.status_code == HTTPStatus.OK and is_html


def _is_staff(request: HttpRequest) -> bool:
    """Readers have no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_a_person(environ: Mapping[str, Any]) -> bool:  # Any: the WSGI protocol
    """Whether it is no machine that asks, and no browser of which nobody has asked it yet."""
    return not (_is_machine(environ.get("HTTP_USER_AGENT", "")) or _is_ahead_of_time(environ))


@lru_cache(maxsize=1_000)
def _is_machine(agent: str) -> bool:
    return not agent or bool(MACHINES.search(agent))


def _is_ahead_of_time(environ: Mapping[str, Any]) -> bool:
    purpose = f"{environ.get('HTTP_SEC_PURPOSE', '')} {environ.get('HTTP_PURPOSE', '')}"
    return any(word in purpose.lower() for word in AHEAD_OF_TIME)
