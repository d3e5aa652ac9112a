"""Reporting a comment, in every way that readers come, and what the receipt says of it later."""

import pytest

from tests.browser.reader_steps import (
    EVERY_WAY,
    assert_speaks,
    decide,
    newest_post,
    press,
    send_comment,
)

pytestmark = pytest.mark.browser

REPORT = "a.comment__report"
OUTCOMES = {True: ("Keep", "dismissed"), False: ("Trash", "upheld")}
SEND = "#report-form button[type=submit]"


def state(window):
    return window.locator("article.receipt").get_attribute("data-state")


def publish(reader, moderator, post, words):
    """A comment of this journey's own: one address can report the same one once a day."""
    send_comment(reader, post, name="Yves", words=words)
    decide(moderator, words, "Approve")


@EVERY_WAY
def test_a_report_is_corrected_sent_and_tells_what_became_of_it(new_reader, moderator, way):
    words = f"Querulous-{way}"
    reader = new_reader(way)
    post = newest_post(reader, way)
    publish(reader, moderator, post, words)
    reader.goto(post)
    press(reader, REPORT, within=f"article.comment:has-text('{words}')")
    assert words in reader.locator(".report__quote").inner_text()
    assert_speaks(reader, way)

    reader.locator("textarea[name=words]").fill("That is my house.")
    assert press(reader, SEND).status == 422
    assert reader.locator(".form__errors").is_visible()
    assert reader.locator("textarea[name=words]").input_value() == "That is my house."
    assert_speaks(reader, way)

    reader.locator("input[name=reason][value=names_me]").check()
    press(reader, SEND)
    assert state(reader) == "open"
    assert "my house" not in reader.content()
    assert_speaks(reader, way)

    decision, outcome = OUTCOMES[way.javascript]
    decide(moderator, words, decision)
    reader.reload()
    assert state(reader) == outcome
    assert_speaks(reader, way)
