"""Commenting in every way that readers come: both languages, both widths, with and without script.

What each screen does in detail is in test_writing, test_own_comment and test_drafts.
"""

import re
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from comments.pace import SENDER_IS_REFUSED_AFTER, STRETCH
from tests.browser.matrix import WIDTHS
from tests.browser.reader_steps import (
    EVERY_WAY,
    PREVIEW,
    SEND,
    WAYS,
    assert_speaks,
    decide,
    fill,
    newest_post,
    open_form,
    press,
)
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
FORM_ADDRESS = re.compile(r'href="(/comments/\d+/form/)"')
EDIT, WITHDRAW = "a[href$='/edit/']", "a[href$='/withdraw/']"
OWN_WORDS = ".receipt__words"


def state(window):
    return window.locator("article.receipt").get_attribute("data-status")


def take_back(window):
    press(window, WITHDRAW)
    press(window, "form[action$='/withdraw/'] button")


@EVERY_WAY
def test_a_comment_from_its_first_mistake_until_it_is_taken_back(new_reader, way):
    reader = new_reader(way)
    open_form(reader, newest_post(reader, way))
    fill(reader, words="We stay until *ten*.")
    assert press(reader, SEND).status == 422
    assert reader.locator("input[name=name][aria-invalid=true]").count() == 1
    assert_speaks(reader, way)

    fill(reader, name="Zelda")
    press(reader, PREVIEW)
    assert reader.locator(".preview em").inner_text() == "ten"
    assert_speaks(reader, way)

    press(reader, ".preview .button--primary")
    assert state(reader) == "pending"
    assert "We stay until *ten*." in reader.locator(OWN_WORDS).inner_text()
    assert_speaks(reader, way)

    press(reader, EDIT)
    assert_speaks(reader, way)
    reader.locator("#edit-form textarea[name=body]").fill("We stay until eleven.")
    press(reader, "#edit-form .button--primary")
    assert "We stay until eleven." in reader.locator(OWN_WORDS).inner_text()

    take_back(reader)
    assert state(reader) == "trashed"
    assert "eleven" not in reader.locator("main").inner_text()
    assert reader.locator(f"{EDIT}, {WITHDRAW}").count() == 0
    assert_speaks(reader, way)


@EVERY_WAY
def test_a_reply_stands_below_what_it_answers_until_it_is_taken_back(new_reader, moderator, way):
    words = f"Quandary-{way}"
    reader = new_reader(way)
    reader.goto(newest_post(reader, way))
    answered = reader.locator("article.comment", has=reader.locator("a.comment__reply")).first
    number = answered.get_attribute("id")
    answered.locator("a.comment__reply").click()
    reader.locator(".form__answered a").wait_for()
    assert_speaks(reader, way)
    fill(reader, name="Zelda", words=words)
    press(reader, SEND)
    receipt = reader.url

    decide(moderator, words, "Approve")
    reader.reload()
    assert state(reader) == "published"
    press(reader, ".receipt__state a")
    below = f"li:has(> #{number}) > .thread__replies article.comment"
    reply = reader.locator(below, has_text=words)
    own = reply.get_attribute("id")
    assert reader.url.endswith(f"#{own}")

    reader.goto(receipt)
    take_back(reader)
    assert state(reader) == "removed"
    press(reader, ".page__context a")
    left = reader.locator(f"#{own}")
    assert left.locator(".comment__tombstone").is_visible()
    assert words not in left.inner_text()
    assert "Zelda" not in left.inner_text()


def hidden_fields(newsroom, form):
    """What the form's own page would send without anybody seeing it."""
    with urlopen(newsroom.url + form) as answer:  # noqa: S310  (loopback only)
        return dict(HIDDEN.findall(answer.read().decode()))


def send_by_program(newsroom, form, words):
    """The status of the answer, and after how many seconds it may be sent again."""
    typed = hidden_fields(newsroom, form) | {"name": "Haste", "body": words}
    address = newsroom.url + form.replace("/form/", "/submit/")
    request = Request(address, urlencode(typed).encode(), {"Origin": newsroom.url})  # noqa: S310
    try:
        with urlopen(request) as answer:  # noqa: S310  (loopback only)
            return answer.status, 0
    except HTTPError as refusal:
        with refusal:
            return refusal.code, int(refusal.headers["Retry-After"])


def test_who_is_too_fast_loses_nothing_and_is_heard_later(newsroom, new_reader):
    """All readers behind one address, after somebody there has sent as much as one may."""
    readers = [(way, new_reader(way)) for way in WAYS]
    way, first = readers[0]
    first.goto(newest_post(first, way))
    form = FORM_ADDRESS.search(first.content())[1]
    for number in range(SENDER_IS_REFUSED_AFTER):
        assert send_by_program(newsroom, form, f"Number {number}.") == (200, 0)
    status, seconds = send_by_program(newsroom, form, "One more.")
    assert status == 429
    assert 0 < seconds <= STRETCH.total_seconds()

    for way, reader in readers:
        open_form(reader, newest_post(reader, way))
        fill(reader, name="Zelda", words=f"Patience, {way}.")
        answer = press(reader, SEND)
        assert answer.status == 429, way
        assert int(answer.headers["retry-after"]) > 0, way
        assert reader.locator(".form__errors").is_visible(), way
        assert reader.locator("textarea[name=body]").input_value() == f"Patience, {way}."
        assert_speaks(reader, way)
        if way.javascript and way.width == WIDTHS[-1]:  # axe goes through the widths by itself
            assert list(objections(reader)) == []

    newsroom.let_time_pass()
    for way, reader in readers:
        press(reader, SEND)
        assert state(reader) == "pending", way
        assert f"Patience, {way}." in reader.locator(OWN_WORDS).inner_text()
