"""What is answered where a page broke, in middleware as well as in a view."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error

# A database that does not answer, is locked for too long, or has no room.
IS_AWAY = (OperationalError, InterfaceError)
AWAY_SECONDS = 10


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """handler500: 503 and when to come back where the database is away, locked or full, else 500.

    Django calls it while it handles the exception.
    """
    if not isinstance(sys.exc_info()[1], IS_AWAY):
        return server_error(request)
    headers = {"Retry-After": str(AWAY_SECONDS), "Cache-Control": "private, no-store"}
    return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
