"""Steps of a reader in either language: controls are found by what they do, not by their words."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.browser import matrix
from tests.smtp_sink import SmtpSink, SunkMail

FRONT_PAGES = {"en": "/", "es": "/es/"}
SEND = "#comment-form .form__actions > .button--primary"
PREVIEW = "button[name=preview]"
MAIL_TIMEOUT_SECONDS = 60
# The browser itself says this of each page that we answer with 4xx; what of it is wrong is
# found by the status of the answer.
BROWSERS_OWN = "Failed to load resource"


@dataclass(frozen=True)
class Way:
    """How somebody reads: with or without JavaScript, on how wide a screen, in which language."""

    javascript: bool
    width: int
    language: str

    def __str__(self) -> str:
        return f"{'with' if self.javascript else 'without'}-js-{self.width}-{self.language}"


WAYS = [Way(*way) for way in matrix.WAYS]
EVERY_WAY = pytest.mark.parametrize("way", WAYS, ids=str)


def watch(window: Page, *, own: str, complaints: list[str]) -> None:
    """Note every error, every request to another host, and whatever fails to load."""

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.text.startswith(BROWSERS_OWN):
            complaints.append(said.text)

    def look(answer: Response) -> None:
        if answer.status >= 500 or (answer.status >= 400 and not _is_page(answer)):
            complaints.append(f"{answer.status} {answer.url}")

    def overhear(asked: Request) -> None:
        if not asked.url.startswith((own, "data:")):
            complaints.append(asked.url)

    window.on("console", hear)
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on("response", look)
    window.on("request", overhear)


def _is_page(answer: Response) -> bool:
    return answer.request.is_navigation_request()


def newest_post(window: Page, way: Way) -> str:
    """The address of the newest post in the reader's language; a pinned one may be older."""
    window.goto(FRONT_PAGES[way.language])
    newest = window.locator("main article:not(:has(.dateline__pin)) a").first
    return newest.get_attribute("href") or ""


def open_form(window: Page, post: str) -> None:
    """From the article to the form: in place, or on its own page without JavaScript."""
    window.goto(post)
    window.locator("#write a").click()
    window.locator("#comment-form").wait_for()


def fill(window: Page, *, name: str | None = None, words: str | None = None) -> None:
    """Type into what everybody fills in."""
    for field, typed in (("input[name=name]", name), ("textarea[name=body]", words)):
        if typed is not None:
            window.locator(f"#comment-form {field}").fill(typed)


def press(window: Page, selector: str, *, within: str = "body") -> Response:
    """Press the button or follow the link, and wait for the page that it leads to."""
    with window.expect_navigation() as leading:
        window.locator(within).locator(selector).first.click()
    answer = leading.value
    assert answer is not None
    return answer


def assert_speaks(window: Page, way: Way) -> None:
    """The page is in the reader's language, fits the screen, and holds what it may name."""
    assert window.locator("html").get_attribute("lang") == way.language
    assert window.evaluate("document.documentElement.scrollWidth") <= way.width


def send_comment(window: Page, post: str, *, name: str, words: str) -> str:
    """Write a comment below a post; return the address of its receipt."""
    open_form(window, post)
    fill(window, name=name, words=words)
    press(window, SEND)
    window.locator("article.receipt").wait_for()
    return window.url


def decide(moderator: Page, words: str, decision: str) -> None:
    """Press a button on the card of the comment with these words."""
    moderator.goto(f"/admin/reader-comments/?status=all&q={words}")
    card = moderator.locator("article.moderation-card").first
    card.get_by_role("button", name=decision, exact=True).click()
    card.get_by_role("button", name="Undo").wait_for()  # the server has answered


def mails_to(mailboxes: SmtpSink, address: str, *, number: int) -> list[SunkMail]:
    """The mails to an address, once there are as many as that."""
    found: list[SunkMail] = []

    def are_there() -> bool:
        found[:] = [mail for mail in mailboxes.mails if mail.recipient == address]
        return len(found) >= number

    wait_until(are_there)
    return found


def wait_until(condition: Callable[[], bool]) -> None:
    """Look again and again, for a minute at most."""
    deadline = time.monotonic() + MAIL_TIMEOUT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen within a minute"
        time.sleep(0.05)


def link_in(mail: SunkMail, *, part: str) -> str:
    """The first link of a mail whose path begins with that."""
    found = re.search(rf"^https?://[^/\s]+({re.escape(part)}\S*)$", mail.text, re.MULTILINE)
    assert found, mail.text
    return found[1]
