"""A window on pages that a test has rendered, in the process of the test.

Quick: no server, no second database. For looks at pages, in any language and with any setting;
journeys go through a newsroom in processes of its own (server.py).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, Page, Route

HOST = "http://testserver"
NOT_PASSED_ON = {"Content-Length", "Content-Encoding"}


@contextmanager
def direct_window(
    chromium: Browser, pages: Mapping[str, HttpResponse], **context: object
) -> Iterator[Page]:
    """Opens a window in which these answers stand at these addresses, and style sheets at theirs.

    `context` goes to Playwright's new context. Everything else is not there.
    """
    opened = chromium.new_context(base_url=HOST, **context)
    opened.set_default_timeout(15_000)
    opened.route("**/*", lambda route: _answer(route, pages))
    try:
        yield opened.new_page()
    finally:
        opened.close()


def _answer(route: Route, pages: Mapping[str, HttpResponse]) -> None:
    url = route.request.url
    path = urlsplit(url).path
    if (page := pages.get(url.removeprefix(HOST))) is not None:
        headers = {name: page[name] for name in page.headers if name not in NOT_PASSED_ON}
        route.fulfill(status=page.status_code, headers=headers, body=page.content)
    elif (file := _static_file(path)) is not None:
        route.fulfill(path=file)
    else:
        route.abort()


def _static_file(path: str) -> Path | None:
    if not path.startswith(settings.STATIC_URL):
        return None
    file = finders.find(path.removeprefix(settings.STATIC_URL))
    return Path(file) if file else None
