"""What nginx is told beside an answer that it may hand out for a second.

nginx counts in whole seconds, so `s-maxage=1` lasts there for up to two: it is told the end of this
second instead. Readers beside one who is being answered anew get what was good the second before.
Only our nginx (operations/nginx) asks for these words; another cache might bend them.
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
    """The headers; those of an answer for everybody end with the words for nginx.

    They must come last: nginx 1.22 overlooks what follows X-Accel-Expires in Cache-Control.
    """
    shared = [value for name, value in headers if name == "Cache-Control" and "s-maxage" in value]
    if not shared:
        return headers
    others = [each for each in headers if each[0] != "Cache-Control"]
    stale = ("Cache-Control", f"{shared[0]}, stale-while-revalidate=1")
    return [*others, stale, ("X-Accel-Expires", f"@{int(time.time())}")]
