"""One newsroom and one Chromium for all journeys; each journey opens windows of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.browser.desk import Desk, send
from tests.browser.reader_steps import Way, watch
from tests.browser.server import Server, running_newsroom
from tests.smtp_sink import SmtpSink

MODERATOR = "vera"
MAKE_MODERATOR = f"""
from accounts.models import User
from django.contrib.auth.models import Group
user = User.objects.create_user("{MODERATOR}", password="{{password}}")
user.groups.add(Group.objects.get(name="Comment moderators"))
"""


@pytest.fixture(scope="session")
def mailboxes() -> Iterator[SmtpSink]:
    """Where all mail of the newsroom arrives."""
    with SmtpSink() as sink:
        yield sink


@pytest.fixture(scope="session")
def newsroom(
    tmp_path_factory: pytest.TempPathFactory, founded: Path, mailboxes: SmtpSink
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("newsroom data")
    email_url = f"smtp://127.0.0.1:{mailboxes.port}"
    with running_newsroom(folder, founded=founded, email_url=email_url) as server:
        server.run(MAKE_MODERATOR.format(password=server.password))
        yield server


@pytest.fixture(autouse=True)
def _time_passes_between_journeys(request: pytest.FixtureRequest) -> None:
    """No journey is stopped by a limit that others used up: all of them come from one address."""
    if "newsroom" in request.fixturenames:
        request.getfixturevalue("newsroom").let_time_pass()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium_beside_django(chromium: Browser) -> Iterator[Browser]:
    """Playwright keeps an event loop, beside which Django would not ask its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield chromium


@pytest.fixture
def new_window(chromium: Browser, newsroom: Server) -> Iterator[Callable[..., Page]]:
    """Opens a window of its own: no cookie, no storage, with or without JavaScript."""
    contexts: list[BrowserContext] = []

    def open_window(*, javascript: bool = True, width: int = 1280) -> Page:
        context = chromium.new_context(
            java_script_enabled=javascript,
            base_url=newsroom.url,
            viewport={"width": width, "height": 800},
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def new_reader(
    new_window: Callable[..., Page], newsroom: Server
) -> Iterator[Callable[[Way], Page]]:
    """Opens a reader's window, and looks after the journey at what it must never leave behind."""
    complaints: list[str] = []
    windows: list[Page] = []

    def open_window(way: Way) -> Page:
        window = new_window(javascript=way.javascript, width=way.width)
        watch(window, own=newsroom.url, complaints=complaints)
        windows.append(window)
        return window

    yield open_window
    assert complaints == []
    assert [window.context.cookies() for window in windows if window.context.cookies()] == []


@pytest.fixture
def sign_in(newsroom: Server) -> Callable[[Page, str], None]:
    """Signs somebody in at the admin's door."""

    def enter(window: Page, username: str) -> None:
        _sign_in(window, username, password=newsroom.password)

    return enter


@pytest.fixture
def at_the_desk(
    newsroom: Server,
    new_window: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
) -> Callable[..., Desk]:
    """Sends comments that begin with a word, and opens the list of them."""

    def sit_down(word: str, number: int, *, tab: str = "pending", **fields: Any) -> Desk:
        send(newsroom, word, number, **fields)
        window = new_window()
        sign_in(window, MODERATOR)
        return Desk(newsroom, window, word).open(tab)

    return sit_down


@pytest.fixture(scope="session")
def moderator(chromium: Browser, newsroom: Server) -> Iterator[Page]:
    """A moderator's window that stays open, for what journeys of readers need decided."""
    context = chromium.new_context(base_url=newsroom.url)
    context.set_default_timeout(15_000)
    window = context.new_page()
    _sign_in(window, MODERATOR, password=newsroom.password)
    yield window
    context.close()


def _sign_in(window: Page, username: str, *, password: str) -> None:
    window.goto("/admin/login/")
    window.get_by_label("Username").fill(username)
    window.locator("input[name=password]").fill(password)
    with window.expect_navigation():
        window.get_by_role("button", name="Sign in").click()
