"""Readers who send comments over HTTP, each from an address of this machine of their own."""

import http.client
import re
import time
from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

PATIENCE_SECONDS = 70
TAKEN = HTTPStatus.SEE_OTHER
NOT_TAKEN = (
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
NO_ANSWER = 0
SAYS_WHAT_TO_DO = re.compile(rb"<textarea|go back|try again|again in", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """The status of an answer, and whether it leads on: elsewhere, or to another try."""

    status: int
    leads_on: bool

    @property
    def is_right(self) -> bool:
        """Whether a reader may be answered so, whatever is going on."""
        return self.leads_on and self.status in (TAKEN, *NOT_TAKEN)


def address(number: int) -> str:
    """One of sixteen million addresses of this machine that is not 127.0.0.1."""
    return f"127.{1 + number // 62_500 % 250}.{number // 250 % 250}.{1 + number % 250}"


def token(page_id: int) -> str:
    """Of a form that was opened a minute ago. Needs Django."""
    from tests.comments.reader import slow_token

    return slow_token(_Numbered(page_id))


def send(origin: str, page_id: int, *, words: str, token: str, sender: int) -> Told:
    """Sends one comment on a connection of its own."""
    headers = {
        "Origin": origin,
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": f"198.51.100.{sender % 250}",  # whatever a sender claims
    }
    server = http.client.HTTPConnection(
        urlsplit(origin).netloc, timeout=PATIENCE_SECONDS, source_address=(address(sender), 0)
    )
    sent = urlencode({"name": "Ana", "body": words, "token": token})
    try:
        server.request("POST", f"/comments/{page_id}/submit/", sent, headers)
        answer = server.getresponse()
        body = answer.read()
        leads_on = bool(answer.headers["Location"] or SAYS_WHAT_TO_DO.search(body))
        return Told(answer.status, leads_on)
    except (OSError, http.client.HTTPException):
        return Told(NO_ANSWER, leads_on=False)
    finally:
        server.close()


def counted(told: list[Told]) -> str:
    """How often each status was given, for a line of a drill."""
    return counted_statuses(Counter(each.status for each in told))


def counted_statuses(statuses: Counter[int]) -> str:
    """The same of statuses that are counted already."""
    return " ".join(f"{status}:{number}" for status, number in sorted(statuses.items()))


def wait_until(moment: float) -> None:
    """Until a moment of the monotonic clock."""
    time.sleep(max(0.0, moment - time.monotonic()))


@dataclass(frozen=True)
class _Numbered:
    pk: int
