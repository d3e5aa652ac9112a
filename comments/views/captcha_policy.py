"""The form's page may load the captcha; every other page keeps its strict policy."""

from functools import wraps
from typing import cast

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

from comments import captcha
from comments.views.answering import View


def lets_captcha_in(view: View) -> View:
    """Widen the answer's Content-Security-Policy by the captcha's hosts, once there are keys."""
    widened = cast(View, csp_update(captcha.DIRECTIVES)(view))

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: int | str) -> HttpResponse:
        return (widened if captcha.widget() else view)(request, **kwargs)

    return wrapper
