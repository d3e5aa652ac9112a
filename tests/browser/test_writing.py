"""The comment form as its writer meets it: preview, warning, errors, in place, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writing import first_post, form_address, objections, open_form, press, type_in

pytestmark = pytest.mark.browser

MODES = pytest.mark.parametrize("javascript", [True, False], ids=["with-js", "without-js"])
MOST_KEYS = 20
MOST_SCRIPT_BYTES = 5_000


def where_focus_is(window):
    return window.evaluate("document.activeElement.name || document.activeElement.textContent")


@MODES
def test_a_preview_shows_the_comment_and_keeps_what_was_typed(new_window, javascript):
    window = new_window(javascript=javascript)
    open_form(window)
    type_in(window, name="Ivo", words="We *stayed* until ten.")
    press(window, "Preview")
    preview = window.get_by_role("region", name="Preview")
    assert "Ivo said..." in preview.inner_text()
    assert preview.locator("em").inner_text() == "stayed"
    expect(window.locator(".preview")).to_be_focused()
    assert window.title().startswith("Preview: ")
    assert window.get_by_role("textbox", name="Your comment").input_value() == (
        "We *stayed* until ten."
    )


@MODES
def test_personal_data_is_taken_out_with_one_click(new_window, javascript):
    window = new_window(javascript=javascript)
    open_form(window)
    type_in(window, name="Ivo", words="His file is A 208-555-123, please write.")
    press(window, "Send comment")
    warning = window.locator(".warning")
    assert "This looks like an A-number: “A 208-555-123”." in warning.inner_text()
    expect(warning).to_be_focused()
    press(window, "Take it out and send")
    assert "/comments/receipt/" in window.url
    assert "His file is […], please write." in window.locator(".receipt__words").inner_text()


@MODES
def test_errors_are_met_first_and_lead_to_their_fields(new_window, javascript):
    window = new_window(javascript=javascript)
    open_form(window)
    type_in(window, name="", words="Not a word is lost.")
    press(window, "Send comment")
    expect(window.locator(".form__errors")).to_be_focused()
    name = window.get_by_role("textbox", name="Your name")
    assert name.get_attribute("aria-invalid") == "true"
    assert "id_name_error" in name.get_attribute("aria-describedby")
    window.locator(".form__errors a").click()
    expect(name).to_be_focused()


@MODES
def test_what_most_readers_leave_alone_is_out_of_the_way_until_it_is_wrong(new_window, javascript):
    window = new_window(javascript=javascript)
    open_form(window)
    website = window.get_by_label("Your website, if you like")
    assert not website.is_visible()
    window.locator("summary").click()
    website.fill("no address at all")
    type_in(window, name="Ivo", words="With a website.")
    press(window, "Send comment")
    assert website.is_visible()
    assert website.get_attribute("aria-invalid") == "true"


@MODES
def test_a_reply_says_whom_it_answers(new_window, javascript):
    window = new_window(javascript=javascript)
    window.goto(first_post(window))
    comment = window.locator("article.comment", has=window.locator("a.comment__reply")).first
    name, number = comment.locator(".comment__author").inner_text(), comment.get_attribute("id")
    comment.locator("a.comment__reply").click()
    answered = window.locator(".form__answered a")
    assert answered.inner_text() == name
    assert answered.get_attribute("href").endswith(f"#{number}")


def test_a_form_in_place_keeps_what_was_typed_when_it_moves_closes_and_opens_again(new_window):
    window = new_window()
    window.goto(first_post(window))
    window.get_by_role("link", name="Post a Comment").click()
    type_in(window, name="Ivo", words="Half a sentence")
    reply = window.locator("a.comment__reply").first
    reply.click()
    window.locator(".form__answered").wait_for()
    words = window.get_by_role("textbox", name="Your comment")
    assert words.input_value() == "Half a sentence"
    assert where_focus_is(window) == "name"

    window.keyboard.press("Escape")
    assert window.locator("#comment-form").count() == 0
    assert where_focus_is(window).startswith("Reply")

    reply.press("Enter")
    words.wait_for()
    assert words.input_value() == "Half a sentence"
    window.get_by_role("button", name="Cancel").click()
    assert where_focus_is(window).startswith("Reply")


def test_only_a_form_in_place_can_be_cancelled(new_window):
    window = new_window()
    open_form(window)
    assert not window.get_by_role("button", name="Cancel").is_visible()


@MODES
def test_a_comment_by_keyboard_takes_few_keys_beyond_its_text(new_window, javascript):
    window = new_window(javascript=javascript)
    window.goto(first_post(window))
    keys = []

    def until(reached, key="Tab"):
        while not window.evaluate(reached):
            keys.append(key)
            assert len(keys) <= MOST_KEYS
            window.keyboard.press(key)

    def enter():
        keys.append("Enter")
        window.keyboard.press("Enter")

    until("document.activeElement.hash === '#write'")
    enter()
    until("document.activeElement.matches('a[data-comment-form]')")
    enter()
    window.locator("#comment-form").wait_for()
    if not javascript:
        until("document.activeElement.hash === '#content'")
        enter()
    until("document.activeElement.name === 'name'")
    window.keyboard.type("Tabitha")
    until("document.activeElement.name === 'body'")
    window.keyboard.type("Written without a mouse.")
    until("document.activeElement.type === 'submit'")
    enter()
    window.wait_for_url("**/comments/receipt/**")
    assert len(keys) <= MOST_KEYS


def test_every_screen_of_the_form_is_accessible_at_every_size_and_in_both_schemes(new_window):
    window = new_window()
    address = form_address(window)
    window.goto(first_post(window))
    window.locator("a.comment__reply").first.click()
    window.locator("#comment-form").wait_for()
    assert list(objections(window)) == []
    window.goto(address)
    assert list(objections(window)) == []
    press(window, "Send comment")
    assert list(objections(window)) == []
    type_in(window, name="Ivo", words="Call 202-555-0143." + 800 * " word.")
    window.locator("summary").click()
    press(window, "Preview")
    assert list(objections(window)) == []
    press(window, "Send comment")
    assert window.locator(".warning").is_visible()
    assert list(objections(window)) == []


def test_an_article_loads_no_more_than_a_little_script(newsroom, new_window):
    """What writing needs comes along with the form."""
    window = new_window()
    loaded = {}
    window.on(
        "response",
        lambda answer: (
            loaded.update({answer.url: len(answer.body())})
            if re.search(r"\.js$", answer.url)
            else None
        ),
    )
    window.goto(first_post(window))
    window.wait_for_load_state("networkidle")
    assert any("comments" in url for url in loaded)
    assert sum(loaded.values()) <= MOST_SCRIPT_BYTES, loaded
