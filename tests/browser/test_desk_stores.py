"""The desk by real keys: what the screen shows as decided is stored, or comes back."""

import json

import pytest

from tests.browser.reader_steps import wait_until
from tests.browser.test_desk import at_the_desk  # noqa: F401  (a fixture)

pytestmark = pytest.mark.browser


def test_twelve_quick_decisions_are_stored_before_anything_leads_on(at_the_desk):  # noqa: F811
    desk = at_the_desk("Penguin", 12)

    def answer_late(route):
        desk.window.wait_for_timeout(100)
        route.continue_()

    desk.window.route("**/decide/", answer_late)
    desk.press(*["a"] * 12)
    assert not desk.window.locator("#desk-finished").is_visible()
    desk.window.locator("#desk-finished a:focus").wait_for()
    with desk.window.expect_navigation():
        desk.press("Enter")
    assert (desk.keys, desk.statuses()) == (13, ["published"] * 12)


def test_whoever_leaves_before_all_is_stored_is_asked(at_the_desk):  # noqa: F811
    desk = at_the_desk("Gannet", 2)
    held, asked = [], []
    desk.window.route("**/decide/", lambda route: held.append(route))  # noqa: PLW0108  (it is marked)
    desk.window.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.press("a")
    wait_until(lambda: held or desk.window.wait_for_timeout(10))
    desk.window.evaluate("void setTimeout(() => location.assign('/admin/'))")
    wait_until(lambda: asked or desk.window.wait_for_timeout(10))
    held[0].continue_()
    desk.settled("Approved the comment by")
    assert (asked, desk.statuses()) == (["beforeunload"], ["pending", "published"])


def test_a_card_that_the_answer_does_not_name_comes_back(at_the_desk):  # noqa: F811
    desk = at_the_desk("Ibis", 2)
    nothing = json.dumps({"done": [], "refused": [], "batch": None})
    desk.window.route(
        "**/decide/", lambda route: route.fulfill(body=nothing, content_type="application/json")
    )
    desk.press("r")
    desk.window.get_by_label("Words to the author").last.fill("Be kind.")
    desk.window.locator("[data-rule=abuse]").click()
    desk.settled("nothing was changed")
    desk.press("r")
    assert desk.window.locator("#desk-words").input_value() == "Be kind."
