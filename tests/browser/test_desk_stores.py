"""The desk by real keys: what the screen shows as decided is stored, or comes back."""

import json

import pytest

from tests.browser.conftest import MODERATOR
from tests.browser.desk import CARD, Desk, send
from tests.browser.reader_steps import wait_until
from tests.browser.writing import objections, press

pytestmark = pytest.mark.browser

# More than are carried out at once, so that the worker does the others.
SAY_MANY = """
from blog.models import PostPage
from comments import archive
from django.db import transaction
from django.utils import timezone
post = PostPage.objects.live().order_by("pk")[0]
with transaction.atomic():
    for number in range(400):
        archive.add(archive.ArchivedComment(page_id=post.pk, parent_id=None,
            author_name="Ana", author_website="", body_html=f"<p>Ptarmigan {number}</p>",
            created_at=timezone.now(), status=archive.CommentStatus.PENDING, removed_by=""))
"""


def test_twelve_quick_decisions_are_stored_before_anything_leads_on(at_the_desk):
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


def test_whoever_leaves_before_all_is_stored_is_asked(at_the_desk):
    desk = at_the_desk("Gannet", 2)
    held, asked = desk.hold_decisions(), []
    desk.window.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.press("a")
    wait_until(lambda: held or desk.window.wait_for_timeout(10))
    desk.window.evaluate("void setTimeout(() => location.assign('/admin/'))")
    wait_until(lambda: asked or desk.window.wait_for_timeout(10))
    held[0].continue_()
    desk.settled("Approved the comment by")
    assert (asked, desk.statuses()) == (["beforeunload"], ["pending", "published"])


def test_a_card_that_the_answer_does_not_name_comes_back(at_the_desk):
    desk = at_the_desk("Ibis", 2)
    nothing = json.dumps({"done": [], "refused": [], "batch": None})
    desk.window.route(
        "**/decide/", lambda route: route.fulfill(body=nothing, content_type="application/json")
    )
    desk.press("r")
    desk.window.get_by_label("Words to the author").last.fill("Be kind.")
    desk.window.locator("[data-rule^='abuse.']").click()
    desk.settled("nothing was changed")
    desk.press("r")
    assert desk.window.locator("#desk-words").input_value() == "Be kind."


def test_without_javascript_a_cards_own_button_keeps_what_was_typed_on_others(
    newsroom, new_window, sign_in
):
    send(newsroom, "Dormouse", 2)
    window = new_window(javascript=False, width=390)
    sign_in(window, MODERATOR)
    desk = Desk(newsroom, window, "Dormouse")
    window.goto("/admin/reader-comments/?q=Dormouse")
    second = window.locator(CARD).nth(1)
    second.get_by_text("Words to the author").click()
    second.get_by_label("What its author is told beside the rule").fill("Be kind.")
    press(window, "Approve")
    assert desk.statuses() == ["pending", "published"]
    kept = window.locator(CARD).get_by_label("What its author is told beside the rule")
    assert kept.input_value() == "Be kind."
    press(window, "Undo")
    assert desk.statuses() == ["pending", "pending"]


def test_the_page_of_a_job_says_how_far_it_is_and_never_reloads(newsroom, new_window, sign_in):
    newsroom.run(SAY_MANY)
    window = new_window()
    sign_in(window, MODERATOR)
    desk = Desk(newsroom, window, "Ptarmigan").open()
    desk.press("Shift+X")
    with window.expect_navigation():
        desk.press("Shift+S")
    window.evaluate("window.isStillThere = true")
    done = window.locator("[data-part=sentence]", has_text="Marked 400 comments as spam.")
    done.wait_for(timeout=60_000)
    assert window.locator("[data-part=heading]").inner_text() == "Carried out"
    assert window.evaluate("window.isStillThere")
    assert list(objections(window, within=".queue-screen__content")) == []
