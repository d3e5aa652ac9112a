"""A newsroom in which things go wrong, with SENTRY_DSN set; started by test_sentry."""

import logging

import django
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path


def fail(request: HttpRequest, secret: str) -> HttpResponse:
    """Everything that must not leave, in every place that sentry-sdk knows."""
    typed = request.POST["words"]  # a local variable
    logging.getLogger("rooms").warning("before: %s", typed)
    raise ValueError(typed)


urlpatterns = [path("comments/receipt/<str:secret>/", fail)]


def run() -> None:
    """One page that breaks, and one line of the log."""
    django.setup()
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        browser = Client(
            raise_request_exception=False,
            headers={"user-agent": "typed agent", "cookie": "sessionid=typed"},
            REMOTE_ADDR="192.0.2.7",
        )
        address = f"/comments/receipt/{'5f' * 32}/?q=typed"
        browser.post(address, {"words": "typed by ana@example.org"})
    logging.getLogger("rooms").error("told: %s", "typed by ana@example.org")


if __name__ == "__main__":
    run()
