"""A second look: asked for in two clicks, answered by somebody else, told on the receipt."""

import pytest

from tests.browser.conftest import MODERATOR
from tests.browser.reader_steps import (
    Way,
    assert_speaks,
    decide,
    newest_post,
    press,
    send_comment,
)
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

APPEALS = "/admin/reader-comments/appeals/"
OURS = ".queue-screen__content"
ON_A_PHONE = Way(javascript=False, width=390, language="en")
ON_A_DESK = Way(javascript=True, width=1280, language="en")
SECOND_LOOK = "#second-look"
ANSWER = ".desk-appeal__form button[type=submit]"


@pytest.fixture
def administrator(newsroom, new_window, sign_in):
    """The window of who decides first."""
    window = new_window()
    sign_in(window, newsroom.username)
    return window


def ask(reader, statement=""):
    """The two clicks."""
    press(reader, f"{SECOND_LOOK} a.button")
    reader.locator("textarea[name=statement]").fill(statement)
    press(reader, "#appeal-form button[type=submit]")


def state(reader):
    return reader.locator(SECOND_LOOK).get_attribute("data-appeal")


def open_appeal(window, name):
    window.goto(APPEALS)
    press(window, f"a:has-text('{name}')", within=OURS)


def test_without_javascript_an_author_asks_and_reads_that_it_was_reversed(
    new_reader, new_window, sign_in, administrator
):
    reader = new_reader(ON_A_PHONE)
    receipt = send_comment(reader, newest_post(reader, ON_A_PHONE), name="Wanda", words="Walnut")
    decide(administrator, "Walnut", "Spam")
    reader.goto(receipt)
    ask(reader, "It is about the post.")
    assert state(reader) == "open"
    assert "Somebody else than the one who decided" in reader.locator(SECOND_LOOK).inner_text()
    assert_speaks(reader, ON_A_PHONE)

    open_appeal(administrator, "Wanda")
    assert "You decided this yourself" in administrator.locator(OURS).inner_text()
    assert administrator.get_by_role("button", name="Answer the appeal").count() == 0

    vera = new_window(javascript=False)
    sign_in(vera, MODERATOR)
    open_appeal(vera, "Wanda")
    assert "It is about the post." in vera.locator(OURS).inner_text()
    vera.get_by_label("It was wrong: publish the comment").check()
    press(vera, ANSWER)
    assert "The comment is published." in vera.locator(".messages").inner_text()

    reader.goto(receipt)
    assert state(reader) == "reversed"
    assert "It is published." in reader.locator(".receipt__state").inner_text()
    press(reader, ".receipt__state a")
    assert "Walnut" in reader.locator(".comment:target").inner_text()


@pytest.fixture
def look():
    """Complains by the name of the screen, after the whole journey."""
    complaints = []

    def at(screen, window, **where):
        complaints.extend(f"{screen}: {one}" for one in objections(window, **where))

    yield at
    assert complaints == []


def appeal_form(window, outcome, words):
    window.get_by_label(outcome, exact=True).check()
    window.locator("select[name=rule]").select_option(index=1)
    window.locator("textarea[name=words]").fill(words)
    press(window, ANSWER)


@pytest.mark.looks
def test_every_screen_of_the_author_is_accessible(new_reader, moderator, administrator, look):
    reader = new_reader(ON_A_DESK)
    receipt = send_comment(reader, newest_post(reader, ON_A_DESK), name="Xaver", words="Xylophone")
    decide(administrator, "Xylophone", "Trash")
    reader.goto(receipt)
    look("receipt that offers it", reader)
    press(reader, f"{SECOND_LOOK} a.button")
    look("form", reader)
    reader.locator("textarea[name=statement]").fill("x" * 2_001)
    press(reader, "#appeal-form button[type=submit]")
    look("form with an error", reader)
    reader.locator("textarea[name=statement]").fill("My words.")
    press(reader, "#appeal-form button[type=submit]")
    look("receipt that waits", reader)
    assert reader.url == f"{receipt}{SECOND_LOOK}"

    open_appeal(moderator, "Xaver")
    appeal_form(moderator, "It stands, but by another rule", "It names somebody.")
    reader.goto(receipt)
    assert state(reader) == "varied"
    look("receipt with an outcome", reader)
    reader.goto(f"{receipt}appeal/")
    look("nothing to look at", reader)


@pytest.mark.looks
def test_every_screen_of_moderators_is_accessible(new_reader, moderator, administrator, look):
    reader = new_reader(ON_A_DESK)
    receipt = send_comment(reader, newest_post(reader, ON_A_DESK), name="Yasmin", words="Yodel")
    decide(administrator, "Yodel", "Trash")
    reader.goto(receipt)
    ask(reader, "My number is A 208-555-123.")

    open_appeal(administrator, "Yasmin")
    look("not theirs", administrator, within=OURS)
    moderator.goto(APPEALS)
    look("list", moderator, within=OURS)
    open_appeal(moderator, "Yasmin")
    assert "208-555-123" not in moderator.locator(OURS).inner_text()
    look("appeal", moderator, within=OURS)
    appeal_form(moderator, "It stands", "")
    look("appeal with errors", moderator, within=OURS)
    appeal_form(moderator, "It stands", "It names somebody.")
    moderator.goto(f"{APPEALS}?answered=1")
    look("list of what is answered", moderator, within=OURS)
    press(moderator, "a:has-text('Yasmin')", within=OURS)
    look("answered", moderator, within=OURS)
