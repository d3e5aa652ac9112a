"""From a stranger's comment to the page and back, as the people concerned see it."""

import re

import pytest
from playwright.sync_api import expect

from tests import sampling
from tests.browser.conftest import MODERATOR
from tests.browser.crawl import crawl

pytestmark = pytest.mark.browser

ADMINISTRATORS_TOMBSTONE = "This comment has been removed by a blog administrator."


def quiet_post(window):
    """The address of a post that no other journey fills with comments."""
    window.goto("/")
    return window.locator("main article").nth(2).locator("a").first.get_attribute("href")


def write_comment(window, post, *, name, words):
    window.goto(post)
    window.get_by_role("link", name="Post a Comment").click()
    form = window.locator("#comment-form")
    form.get_by_label("Your name").fill(name)
    form.get_by_label("Your comment").fill(words)
    form.get_by_role("button", name="Send comment").click()
    window.wait_for_url("**/comments/receipt/**")


def decide(window, name, words, *, reason=None):
    """Press one of the buttons on the card that holds these words."""
    window.goto("/admin/reader-comments/?status=all")
    card = window.locator("article", has_text=words)
    button = card.get_by_role("button", name=name, exact=True)
    number = card.get_attribute("id")
    if window.locator("#desk[data-scripted]").count():
        button.click()
        if reason:
            window.locator("#desk-rules").get_by_role("button", name=reason).click()
        window.locator(f"#{number}").get_by_role("button", name="Undo").wait_for()
        return
    if reason:
        card.get_by_role("combobox").select_option(label=reason)
    with window.expect_navigation():
        button.click()


def shown(window, post):
    window.goto(post)
    return window.locator("#comments").inner_text()


def history(window, words):
    """What the log says happened, in order."""
    window.goto("/admin/reader-comments/?status=all")
    card = window.locator("article", has_text=words)
    with window.expect_navigation():
        card.get_by_role("link", name="History").click()
    return [
        re.sub(r"\s+", " ", text).strip()
        for text in window.locator(".comment-log__what b").all_inner_texts()
    ]


@pytest.mark.parametrize("javascript", sampling.of([True, False], sample=[False]))
def test_a_strangers_comment_from_the_form_to_the_tombstone_and_back(
    newsroom, new_window, sign_in, javascript
):
    mode = "with" if javascript else "without"
    words = f"Quincunx {mode}: who else will be at the courthouse?"
    reader = new_window(javascript=javascript)
    moderator = new_window(javascript=javascript)
    sign_in(moderator, MODERATOR)
    post = quiet_post(reader)

    write_comment(reader, post, name="Berenice Quill", words=words)
    assert "Held for review" in reader.locator("main").inner_text()
    everything = crawl(newsroom.url + "/")
    assert newsroom.url + post in everything
    assert [url for url, answer in everything.items() if words[:16].encode() in answer[2]] == []

    decide(moderator, "Approve", words)
    assert words in shown(reader, post)

    decide(moderator, "Remove", words, reason="Off topic")
    thread = shown(reader, post)
    assert words not in thread
    assert "Berenice Quill said..." in thread
    assert ADMINISTRATORS_TOMBSTONE in thread

    decide(moderator, "Restore", words)
    assert words in shown(reader, post)

    undo = moderator.get_by_role("button", name="Undo").first
    if javascript:
        undo.click()
        moderator.locator("#desk-status", has_text="Took the decision back").wait_for()
    else:
        with moderator.expect_navigation():
            undo.click()
    assert words not in shown(reader, post)
    assert history(moderator, words) == ["Submitted", "Approve", "Remove", "Restore", "Undo"]


def test_the_form_opens_in_place_with_javascript(new_window):
    window = new_window()
    post = quiet_post(window)
    window.goto(post)
    window.get_by_role("link", name="Post a Comment").click()
    window.locator("#comment-form").wait_for()
    assert window.url.endswith(post)
    expect(window.get_by_role("textbox", name="Your name")).to_be_focused()


def test_a_comment_by_keyboard_alone_lands_in_the_queue(new_window):
    window = new_window()
    window.goto(quiet_post(window))
    link = window.get_by_role("link", name="Post a Comment")
    link.focus()
    window.keyboard.press("Enter")
    window.locator("#comment-form").wait_for()
    window.keyboard.type("Tabitha")
    window.keyboard.press("Tab")
    window.keyboard.type("Written without a mouse.")
    window.keyboard.press("Tab")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.wait_for_url("**/comments/receipt/**")


def test_what_was_typed_survives_a_mistake(new_window):
    window = new_window(javascript=False)
    window.goto(quiet_post(window))
    window.get_by_role("link", name="Post a Comment").click()
    window.get_by_label("Your comment").fill("Not a word is lost.")
    window.get_by_role("button", name="Send comment").click()
    assert window.get_by_label("Your comment").input_value() == "Not a word is lost."
    assert "Your text is still here" in window.locator("[role=alert]").inner_text()
