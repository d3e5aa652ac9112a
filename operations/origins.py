"""Whether a form was sent from a page of another site; a public form has no token to tell."""

from django.http import HttpRequest


def is_foreign(request: HttpRequest) -> bool:
    """Whether the headers prove that another site sent it: Sec-Fetch-Site, else Origin.

    Old browsers and programs say nothing; that proves nothing.
    """
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return True
    own = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin", "null") not in ("null", own)
