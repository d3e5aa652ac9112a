"""The desk by real keys, counted; the same without JavaScript; what the server refuses."""

import pytest

from tests.browser import matrix
from tests.browser.axe import violations
from tests.browser.conftest import MODERATOR
from tests.browser.desk import CARD, OUTCOME, Desk, send
from tests.browser.reader_steps import wait_until
from tests.browser.writing import press

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("word", "keys", "sentence", "status"),
    [
        ("Aardvark", ["a"], "Approved the comment by", "published"),
        ("Sardine", ["s"], "Marked the comment by", "spam"),
        ("Raccoon", ["r", "2"], "Removed the comment by", "removed"),
    ],
)
def test_one_decision_costs_one_key_and_a_removal_its_reason(
    at_the_desk, word, keys, sentence, status
):
    desk = at_the_desk(word, 2)
    desk.press(*keys)
    desk.settled(sentence)
    assert (desk.keys, desk.statuses()) == (len(keys), sorted(["pending", status]))


def test_a_hold_and_an_undo_cost_one_key_each(at_the_desk):
    desk = at_the_desk("Hedgehog", 2, status="published", tab="published")
    desk.press("h")
    desk.settled("Held the comment by")
    assert (desk.keys, desk.statuses()) == (1, ["pending", "published"])
    desk.press("z")
    desk.window.locator("#desk-status", has_text="Took the decision back").wait_for()
    assert (desk.keys, desk.statuses()) == (2, ["published", "published"])
    assert desk.window.locator(OUTCOME).count() == 0


def test_fifty_spam_over_two_pages_cost_two_keys_and_one_takes_them_back(at_the_desk):
    desk = at_the_desk("Kangaroo", 50)
    assert desk.window.locator(CARD).count() == 25
    desk.press("Shift+X")
    assert "50" in desk.window.locator("#desk-bar output").inner_text()
    with desk.window.expect_navigation():
        desk.press("Shift+S")
    assert (desk.keys, desk.statuses()) == (2, ["spam"] * 50)
    desk.window.goto("/admin/reader-comments/?status=all&q=Kangaroo")
    desk.window.locator("#desk[data-scripted]").wait_for()
    with desk.window.expect_navigation():
        desk.press("z")
    wait_until(lambda: desk.statuses() == ["pending"] * 50)


def test_forty_eight_that_are_alike_cost_one_key(at_the_desk):
    desk = at_the_desk("Lemming", 48, is_alike=True)
    assert desk.window.locator(CARD).count() == 1
    with desk.window.expect_navigation():
        desk.press("s")
    assert (desk.keys, desk.statuses()) == (1, ["spam"] * 48)


def test_words_of_a_removal_are_not_asked_for_again_when_all_that_fit_are_decided(at_the_desk):
    """The joint buttons send the whole form: what is decided in it is not in hand any more."""
    desk = at_the_desk("Lemur", 3)
    desk.press("r")
    desk.window.get_by_label("Words to the author").fill("Be kind.")
    desk.window.locator("[data-rule^='abuse.']").click()
    desk.settled("Removed the comment by")
    desk.press("Shift+X")
    with desk.window.expect_navigation():
        desk.press("Shift+S")
    assert "Marked 2 comments as spam." in desk.window.locator(".messages").inner_text()
    assert desk.statuses() == ["removed", "spam", "spam"]


def test_in_the_view_of_spam_the_key_for_spam_confirms(at_the_desk):
    desk = at_the_desk("Cuckoo", 2, status="spam", tab="spam")
    desk.press("s")
    desk.settled("Confirmed the comment by")
    assert desk.open("spam").window.locator(CARD).count() == 1
    assert desk.open("confirmed_spam").window.locator(CARD).count() == 1


def test_keys_move_select_and_decide_what_is_selected(at_the_desk):
    desk = at_the_desk("Meerkat", 4)
    current = desk.window.locator(f"{CARD}[data-current] h2")
    assert current.inner_text() == "Meerkat 0"
    desk.press("j", "x", "j", "x", "k")
    assert current.inner_text() == "Meerkat 1"
    focused = desk.window.evaluate("document.activeElement.querySelector('h2').textContent")
    assert focused == "Meerkat 1"
    desk.press("Shift+A")
    desk.settled("Approved the comment by Meerkat 2")
    assert desk.statuses() == ["pending", "pending", "published", "published"]


def test_a_decision_shows_at_once_and_the_card_comes_back_when_the_server_says_no(
    at_the_desk, moderator
):
    desk = at_the_desk("Nightjar", 2)
    moderator.goto("/admin/reader-comments/?q=Nightjar")
    moderator.locator("#desk[data-scripted]").wait_for()
    moderator.keyboard.press("s")
    moderator.locator(OUTCOME, has_text="Marked the comment by").wait_for()
    held = desk.hold_decisions()
    desk.press("a")
    desk.settled("Approved.")  # nobody has answered yet
    wait_until(lambda: held or desk.window.wait_for_timeout(10))
    held[0].continue_()
    desk.settled("nothing was changed")
    first = desk.window.locator(CARD).first
    assert "marked this comment as spam" in first.locator(OUTCOME).inner_text()
    # The card is drawn anew: it offers what is possible now, and a second thought goes through.
    assert first.get_by_role("button", name="Spam", exact=True).count() == 0
    assert desk.statuses() == ["pending", "spam"]
    desk.window.unroute("**/decide/")
    first.get_by_role("button", name="Approve", exact=True).click()
    desk.settled("Approved the comment by")
    assert desk.statuses() == ["pending", "published"]


def test_the_card_comes_back_when_the_server_cannot_be_reached(at_the_desk):
    desk = at_the_desk("Ocelot", 2)
    desk.window.route("**/decide/", lambda route: route.abort())
    desk.press("a")
    desk.settled("nothing was changed")
    assert desk.window.locator(CARD).first.get_by_role("button", name="Spam").is_visible()
    assert desk.statuses() == ["pending", "pending"]


def test_no_key_decides_inside_a_field_or_with_a_modifier(at_the_desk):
    desk = at_the_desk("Pelican", 1)
    desk.press("Control+a", "Alt+s", "Meta+h", "/")
    assert desk.window.evaluate("document.activeElement.name") == "q"
    desk.press("a", "s", "z")
    assert desk.window.locator(OUTCOME).count() == 0
    desk.window.locator(CARD).focus()
    desk.press("?")
    assert desk.window.get_by_role("dialog", name="Keys").is_visible()
    desk.press("s", "Escape")
    assert desk.statuses() == ["pending"]
    for _ in range(5):  # the key behind Escape is never lost
        desk.press("?", "Escape", "r")
        assert desk.window.locator("#desk-rules").is_visible()
        desk.window.get_by_label("Words to the author (as you like)").focus()
        desk.press("Escape", "?")
        assert desk.window.locator("#desk-legend").is_visible()
        desk.press("Escape")


def test_buttons_decide_in_place_and_remove_asks_for_the_rule(at_the_desk):
    desk = at_the_desk("Quail", 2)
    first = desk.window.locator(CARD).first
    first.get_by_role("button", name="Remove", exact=True).click()
    desk.window.get_by_label("Words to the author").fill("Be kind.")
    desk.window.locator("[data-rule^='abuse.']").click()
    desk.settled("Removed the comment by")
    assert desk.statuses() == ["pending", "removed"]
    first.get_by_role("button", name="Undo").click()
    first.get_by_role("button", name="Approve", exact=True).wait_for()
    assert desk.statuses() == ["pending", "pending"]


def test_fifty_decisions_in_one_submit_without_javascript(newsroom, new_window, sign_in):
    send(newsroom, "Toucan", 50)
    window = new_window(javascript=False, width=390)
    sign_in(window, MODERATOR)
    window.goto("/admin/reader-comments/?q=Toucan&n=50")
    cards = window.locator(CARD)
    assert cards.count() == 50
    for at in range(50):
        choice = ("approve", "mark_spam", "remove", "trash")[at % 4]
        cards.nth(at).locator(f"input[value={choice}]").check()
        if choice == "remove":
            cards.nth(at).locator("select").select_option("abuse.1")
    press(window, "Carry out all decisions")
    told = window.locator(".messages").inner_text()
    assert "Approved 13 comments." in told
    assert "Removed 12 comments." in told
    desk = Desk(newsroom, window, "Toucan")
    counts = {status: desk.statuses().count(status) for status in ("published", "spam", "removed")}
    assert counts == {"published": 13, "spam": 13, "removed": 12}
    press(window, "Undo")
    wait_until(lambda: desk.statuses() == ["pending"] * 50)


def test_the_desk_is_accessible_in_light_and_dark_on_a_phone_and_wide(at_the_desk):
    desk = at_the_desk("Walrus", 3)
    found = []

    def look(screen):
        for width in matrix.WIDTHS:
            for scheme in matrix.SCHEMES:
                desk.window.set_viewport_size({"width": width, "height": 800})
                desk.window.emulate_media(color_scheme=scheme)
                within = ".queue-screen__content"
                found.extend(
                    f"{screen} {width} {scheme}: {one}"
                    for one in violations(desk.window, within=within)
                )
                if desk.window.evaluate("document.documentElement.scrollWidth") > width:
                    found.append(f"{screen} is wider than {width}")

    look("list")
    desk.press("x")
    look("selected")
    desk.press("?")
    look("legend")
    desk.press("Escape", "r")
    look("rules")
    desk.press("1")
    desk.settled("Removed the comment by")
    look("decided")
    desk.window.goto("/admin/reader-comments/?status=all&more=1&q=Walrus")
    look("more filters")
    assert found == []
