"""What is typed stays in the browser, and only there, until it was sent."""

import json

import pytest

from tests.browser.writing import first_post, form_address, press, type_in

pytestmark = pytest.mark.browser

WORDS = "A long thought that nobody wants to type twice."
DRAFTS = "JSON.stringify(localStorage)"
# Playwright's own waiting evaluates strings in the page, which the page's policy forbids.
WAIT = """
words => new Promise((done, fail) => {
  const end = Date.now() + 10000;
  const look = () => {
    const found = JSON.stringify(localStorage);
    if (words ? found.includes(words) : found === "{}") done();
    else if (Date.now() > end) fail(found);
    else setTimeout(look, 50);
  };
  look();
})
"""
BLOCKED = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError") }})
"""


def stored(window):
    return json.loads(window.evaluate(DRAFTS))


def wait_until_kept(window, words):
    window.evaluate(WAIT, words)


def wait_until_nothing_is_kept(window):
    window.evaluate(WAIT, "")


def typed(window):
    return window.get_by_role("textbox", name="Your comment").input_value()


@pytest.fixture
def window(new_window):
    """A form with a draft in it that the browser has kept."""
    window = new_window()
    window.goto(form_address(window))
    type_in(window, name="Noor", words=WORDS)
    wait_until_kept(window, "nobody wants")
    return window


def test_it_survives_a_reload_and_says_so(window):
    window.reload()
    assert typed(window) == WORDS
    assert window.get_by_text("Restored what you had written.").is_visible()


def test_it_survives_a_closed_tab(window):
    address, tabs = window.url, window.context
    window.close()
    again = tabs.new_page()
    again.goto(address)
    assert typed(again) == WORDS


def test_what_was_typed_just_before_leaving_is_kept(window):
    address = window.url
    type_in(window, name="Noor", words="The last second")
    window.goto("/")
    window.goto(address)
    assert typed(window) == "The last second"


def test_it_comes_back_into_a_form_in_place(window):
    window.goto(first_post(window))
    window.get_by_role("link", name="Post a Comment").click()
    window.get_by_text("Restored what you had written.").wait_for()
    assert typed(window) == WORDS


def test_a_reply_has_a_draft_of_its_own(window):
    window.goto(first_post(window))
    window.locator("a.comment__reply").first.click()
    window.locator("#comment-form").wait_for()
    assert typed(window) == ""


def test_one_button_deletes_it_from_form_and_browser(window):
    window.reload()
    window.get_by_role("button", name="Delete it").click()
    assert typed(window) == ""
    assert stored(window) == {}
    window.reload()
    assert typed(window) == ""


def test_emptying_the_form_deletes_it_too(window):
    type_in(window, name="", words="")
    wait_until_nothing_is_kept(window)


def test_what_was_sent_is_forgotten(window):
    press(window, "Send comment")
    assert "/comments/receipt/" in window.url
    wait_until_nothing_is_kept(window)


def test_landing_at_the_published_comment_forgets_it(window):
    key = next(iter(stored(window)))
    window.evaluate("key => sessionStorage.setItem('sent', key)", key)
    window.goto(first_post(window) + "#comment-1")
    wait_until_nothing_is_kept(window)


def test_reading_another_comment_forgets_nothing(window):
    window.goto(first_post(window) + "#comment-1")
    window.wait_for_load_state("networkidle")
    assert stored(window) != {}


def test_what_was_not_taken_stays_and_can_be_sent_later(window):
    address, tabs = window.url, window.context
    type_in(window, name="", words=WORDS)
    press(window, "Send comment")
    assert typed(window) == WORDS
    assert window.evaluate("sessionStorage.length") == 0
    window.close()
    again = tabs.new_page()
    again.goto(address)
    assert typed(again) == WORDS


def test_the_link_of_an_earlier_receipt_is_never_kept(window):
    window.locator("summary").click()
    window.get_by_label("Your receipt of an earlier comment").fill("https://example.org/secret")
    window.get_by_label("Your website, if you like").fill("https://example.org/mine")
    wait_until_kept(window, "mine")
    assert "secret" not in window.evaluate(DRAFTS)


def test_after_a_week_it_is_gone(window):
    key, value = next(iter(stored(window).items()))
    old = json.loads(value) | {"at": 1_000}
    window.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(old)])
    window.reload()
    assert typed(window) == ""
    assert stored(window) == {}


def test_without_storage_the_form_works_as_ever(new_window):
    window = new_window()
    complaints = []
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.add_init_script(BLOCKED)
    window.goto(form_address(window))
    type_in(window, name="Noor", words="Sent from a private window.")
    press(window, "Send comment")
    assert "/comments/receipt/" in window.url
    assert complaints == []


def test_the_counter_shows_near_the_end_and_speaks_at_a_few_marks_only(new_window):
    window = new_window()
    window.goto(form_address(window))
    count, said = window.locator(".form__count"), window.locator("[data-said]")
    type_in(window, name="Noor", words=3_999 * "x")
    assert not count.is_visible()
    type_in(window, name="Noor", words="\n" + 4_127 * "é")
    assert count.inner_text() == "Characters left: 873"
    assert said.inner_text() == "Characters left: 873"
    type_in(window, name="Noor", words=4_128 * "é")
    assert count.inner_text() == "Characters left: 872"
    assert said.inner_text() == "Characters left: 873"
    type_in(window, name="Noor", words=5_001 * "😀")
    assert count.inner_text() == "Characters too many: 1"
    assert said.inner_text() == "Characters too many: 1"
