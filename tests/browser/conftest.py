"""One newsroom and one Chromium for all journeys; each journey opens windows of its own."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.server import Server, running_newsroom

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MODERATOR = "vera"
MAKE_MODERATOR = f"""
from accounts.models import User
from django.contrib.auth.models import Group
user = User.objects.create_user("{MODERATOR}", password="{{password}}")
user.groups.add(Group.objects.get(name="Comment moderators"))
"""


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_newsroom(tmp_path_factory.mktemp("newsroom data")) as server:
        server.manage("shell", "-c", MAKE_MODERATOR.format(password=server.password))
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def new_window(chromium: Browser, newsroom: Server) -> Iterator[Callable[..., Page]]:
    """Opens a window of its own: no cookie, no storage, with or without JavaScript."""
    contexts: list[BrowserContext] = []

    def open_window(*, javascript: bool = True) -> Page:
        context = chromium.new_context(java_script_enabled=javascript, base_url=newsroom.url)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(newsroom: Server) -> Callable[[Page, str], None]:
    """Signs somebody in at the admin's door."""

    def enter(window: Page, username: str) -> None:
        window.goto("/admin/login/")
        window.get_by_label("Username").fill(username)
        window.locator("input[name=password]").fill(newsroom.password)
        with window.expect_navigation():
            window.get_by_role("button", name="Sign in").click()

    return enter
