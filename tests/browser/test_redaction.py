"""Words are blacked out without JavaScript: gone from every page, and from the files themselves."""

import pytest

from tests.browser.reader_steps import SEND, Way, fill, newest_post, open_form, press, wait_until
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

WAY = Way(javascript=False, width=390, language="en")
QUEUE = "/admin/reader-comments/"
OURS = ".queue-screen__content"
WORD = "Quitzalcolane"  # nobody else's, so that every file can be searched for it
NUMBER = "208-555-0177"
WORDS = f"I fear for Zora at **{WORD}** 31, her number is {NUMBER}. See you on the march."
ERASE = """
from comments import search
from operations import journal
search.erase_leftovers()
journal.empty()
"""


@pytest.fixture
def vera(new_window, sign_in):
    """A moderator on a telephone whose browser runs no scripts."""
    window = new_window(javascript=False, width=390)
    sign_in(window, "vera")
    return window


def files_of(newsroom):
    """The database and its journal, as they lie on the disk."""
    folder = newsroom.database.parent
    return [path.read_bytes().lower() for path in folder.glob(f"{newsroom.database.name}*")]


def is_anywhere(newsroom, word):
    newsroom.run(ERASE)
    return any(word.lower().encode() in content for content in files_of(newsroom))


def send_for_review(reader, words):
    """Send words that hold personal data; return the addresses of the post and the receipt."""
    post = newest_post(reader, WAY)
    open_form(reader, post)
    fill(reader, name="Lioba", words=words)
    press(reader, SEND)
    press(reader, "button[name=personal_data][value=review]")
    return post, reader.url


def black_out_and_approve(vera):
    """Mark a piece that was found and one that was not, look at what is left, and let it stand."""
    vera.goto(f"{QUEUE}?status=pending&q={WORD}")
    press(vera, "article.moderation-card a[href$='/redact/']")
    vera.get_by_label(f"{NUMBER} (a telephone number)").check()
    vera.get_by_label("Other words, as they were typed").fill(f"{WORD} 31")
    vera.get_by_label("Words to its author").fill("An address and a number.")
    press(vera, f"{OURS} .desk-form > button")
    preview = vera.locator(".desk-redaction__preview").inner_text()
    assert "I fear for Zora at ██████, her number is ██████. See you on the march." in preview
    press(vera, "button[name=approve]")
    assert vera.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_name_and_a_number_are_blacked_out_for_good(new_reader, vera, newsroom):
    reader = new_reader(WAY)
    post, receipt = send_for_review(reader, WORDS)
    wait_until(lambda: is_anywhere(newsroom, WORD))
    black_out_and_approve(vera)

    reader.goto(post)
    assert "I fear for Zora at ██████, her number is ██████." in reader.locator("main").inner_text()
    reader.goto(receipt)
    told = reader.locator("article.receipt").inner_text()
    assert "It is published." in told
    assert "A moderator blacked out words of it" in told
    assert "An address and a number." in told
    for window in (reader, vera):
        assert WORD not in window.content()

    wait_until(lambda: not is_anywhere(newsroom, WORD))
    assert not is_anywhere(newsroom, NUMBER)

    reader.locator("article.receipt .receipt__actions a[href$='/withdraw/']").click()
    press(reader, "form button[type=submit]", within="main")
    assert "You took it back" in reader.locator(".receipt__state").inner_text()


@pytest.fixture
def look():
    """Complains by the name of the screen, after the whole journey."""
    found = []

    def check(window, screen, *, within=OURS):
        assert window.locator(within).count() == 1, screen
        found.extend(f"{screen}: {one}" for one in objections(window, within=within))
        window.set_viewport_size({"width": 1280, "height": 800})

    yield check
    assert found == []


@pytest.mark.looks
def test_notes_and_blacking_out_are_accessible(new_reader, moderator, look):
    send_for_review(new_reader(WAY), "Sassafras, of Elm Street, 208-555-0178.")
    moderator.goto(f"{QUEUE}?status=pending&q=Sassafras")
    moderator.get_by_role("link", name="History").click()
    moderator.get_by_label("Note for the other moderators").fill("Ask Ben about this.")
    press(moderator, "form[action$='/note/'] button")
    look(moderator, "history with a note")
    press(moderator, f"{OURS} a[href$='/redact/']")
    look(moderator, "redaction")
    press(moderator, f"{OURS} .desk-form > button")
    look(moderator, "redaction, nothing marked")
    moderator.get_by_label("208-555-0178 (a telephone number)").check()
    press(moderator, f"{OURS} .desk-form > button")
    look(moderator, "redaction, previewed")


@pytest.mark.looks
def test_the_rules_are_accessible_at_the_desk_and_for_readers(moderator, new_window, look):
    moderator.goto(f"{QUEUE}rules/")
    look(moderator, "rules")
    press(moderator, f"{OURS} a[href$='/new/']")
    look(moderator, "new rule")
    moderator.get_by_label("Title").first.fill("No shouting")
    moderator.get_by_label("Text").first.fill("Write as you would speak in a room.")
    press(moderator, f"{OURS} form button[type=submit]")
    assert "No shouting" in moderator.locator(".desk-rules").inner_text()
    press(moderator, ".desk-rules li:last-child form[action$='/retire/'] button")
    look(moderator, "rules, one of them retired")
    reader = new_window()
    reader.goto("/comments/rules/")
    look(reader, "the rules for readers", within="html")
    assert "No shouting" in reader.locator(".rules__list--retired").inner_text()
