"""What nginx is told beside an answer that it may hand out for a second.

nginx counts in whole seconds, so `s-maxage=1` lasts there for up to two: it is told the end of this
second instead. Only our nginx (operations/nginx) asks for these words.
"""

import time
from collections.abc import Callable
from typing import Any

ASKED = "HTTP_X_SHARED_CACHE"  # of the environ of WSGI
NGINX = "nginx"

Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]  # Any, here and below: the WSGI protocol


def for_nginx(start_response: StartResponse) -> StartResponse:
    """Says the same, and to nginx how long what is everybody's is good."""

    def start(status: str, headers: Headers, *problem: Any) -> Any:
        return start_response(status, told(headers), *problem)

    return start


def told(headers: Headers) -> Headers:
    """The headers, and of an answer for everybody the words for nginx."""
    is_shared = any(name == "Cache-Control" and "s-maxage" in value for name, value in headers)
    return [*headers, ("X-Accel-Expires", f"@{int(time.time())}")] if is_shared else headers
