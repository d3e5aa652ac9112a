"""The receipt of a comment: what it tells, keeps, prints, and lets its holder do."""

import pytest

from tests import sampling
from tests.browser.writing import objections, open_form, press, type_in

pytestmark = pytest.mark.browser

MODES = pytest.mark.parametrize("javascript", sampling.of([True, False], sample=[True]))


def follow(window, name):
    with window.expect_navigation():
        window.get_by_role("link", name=name, exact=True).click()


def send(window, words):
    """Send a comment and stand on its receipt."""
    open_form(window)
    type_in(window, name="Lioba", words=words)
    press(window, "Send comment")
    assert "/comments/receipt/" in window.url


@MODES
def test_its_writer_changes_it_and_takes_it_back(new_window, javascript):
    window = new_window(javascript=javascript)
    send(window, f"First words, {javascript}.")
    assert "Held for review" in window.locator(".receipt__state").inner_text()
    follow(window, "Change it")
    window.get_by_role("textbox", name="Your comment").fill("Better words. A 208-555-123.")
    press(window, "Send the change")
    assert window.locator(".warning").is_visible()
    press(window, "Take it out and send")
    assert "Better words. […]." in window.locator(".receipt__words").inner_text()

    follow(window, "Take it back")
    window.get_by_label("Keep my name").check()
    press(window, "Take it back")
    assert "You took it back" in window.locator(".receipt__state").inner_text()
    assert "Better words" not in window.locator("main").inner_text()
    assert window.get_by_role("link", name="Take it back").count() == 0


@pytest.mark.looks
def test_every_screen_of_a_receipt_is_accessible_and_its_link_can_be_kept(new_window):
    window = new_window()
    send(window, "Kept on paper.")
    receipt = window.url
    assert window.locator("#private-link").input_value() == receipt
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.get_by_role("button", name="Copy").click()
    window.get_by_text("Copied.").wait_for()
    assert window.evaluate("navigator.clipboard.readText()") == receipt

    window.emulate_media(media="print")
    code = window.get_by_role("img", name="QR code")
    assert code.is_visible()
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth > 100)")
    assert not window.get_by_role("button", name="Copy").is_visible()
    window.emulate_media(media="screen")

    window.locator(".receipt__code summary").click()
    assert list(objections(window)) == []
    for name in ("Change it", "Take it back"):
        follow(window, name)
        assert list(objections(window)) == []
        window.goto(receipt)
    follow(window, "Take it back")
    press(window, "Take it back")
    assert list(objections(window)) == []
    window.goto(receipt + "edit/")
    assert list(objections(window)) == []
