"""axe on what moderators see of readers, at both widths, light and dark.

It looks at our part of each page: Wagtail's sidebar, header and messages are not ours to mend.
"""

import pytest

from tests.browser.conftest import MODERATOR
from tests.browser.desk import send
from tests.browser.reader_steps import (
    SEND,
    Way,
    decide,
    fill,
    newest_post,
    open_form,
    press,
    send_comment,
)
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

WAY = Way(javascript=True, width=1280, language="en")
QUEUE = "/admin/reader-comments/"
OURS = ".queue-screen__content"
WAITING_PANEL = ".waiting-panel"


@pytest.fixture
def accessible(moderator):
    """Complains by the name of the screen, after the whole journey."""
    found = []

    def look(screen, *, within=OURS):
        assert moderator.locator(within).count() == 1, screen
        found.extend(f"{screen}: {one}" for one in objections(moderator, within=within))
        moderator.set_viewport_size({"width": WAY.width, "height": 800})

    yield look
    assert found == []


def assert_nothing_is_out_of_sight(window, frame=".block-list__frame"):
    """No table of the desk scrolls sideways on a phone, with its buttons beyond the edge."""
    window.set_viewport_size({"width": 390, "height": 800})
    frame = f"document.querySelector('{frame}')"
    assert window.evaluate(f"{frame}.scrollWidth <= {frame}.clientWidth")
    window.set_viewport_size({"width": WAY.width, "height": 800})


def find(moderator, words, tab="all"):
    moderator.goto(f"{QUEUE}?status={tab}&q={words}")


def send_comment_for_review(reader, words):
    open_form(reader, newest_post(reader, WAY))
    fill(reader, name="Zelda", words=words)
    press(reader, SEND)
    press(reader, "button[name=personal_data][value=review]")


@pytest.mark.looks
def test_the_queue_of_what_waits_with_personal_data_masked(new_reader, moderator, accessible):
    reader = new_reader(WAY)
    send_comment_for_review(reader, "Mandrake lives at A 208-555-123.")
    find(moderator, "Mandrake", tab="pending")
    covered = moderator.locator("details.mask")
    assert "208-555-123" not in covered.inner_text()
    accessible("queue")
    covered.locator("summary").click()
    assert "208-555-123" in covered.inner_text()
    accessible("queue, unmasked")
    moderator.get_by_role("link", name="History").click()
    moderator.locator(".comment-log").wait_for()
    accessible("history")


@pytest.mark.looks
def test_what_was_changed_and_reported(new_reader, moderator, accessible):
    reader = new_reader(WAY)
    receipt = send_comment(reader, newest_post(reader, WAY), name="Zelda", words="Obelisk")
    decide(moderator, "Obelisk", "Approve")
    reader.goto(receipt + "edit/")
    reader.locator("textarea[name=body]").fill("Obelisk https://example.org/")
    press(reader, "#edit-form .button--primary")
    reader.goto(receipt)
    press(reader, ".receipt__state a")
    press(reader, ".comment:target a.comment__report")
    reader.locator("input[name=reason]").first.check()
    reader.locator("textarea[name=words]").fill("This is about me.")
    press(reader, "#report-form button[type=submit]")
    for tab in ("edited", "reported"):
        find(moderator, "Obelisk", tab=tab)
        assert moderator.locator("article.moderation-card").count() == 1
        accessible(tab)


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_the_list_begins_in_the_upper_half_and_says_where_one_is(
    newsroom, new_window, sign_in, javascript
):
    """Without JavaScript there is a row more: what the sidebar leads to."""
    send(newsroom, "Quokka", 1)
    window = new_window(javascript=javascript, width=390)
    sign_in(window, MODERATOR)
    window.goto(f"{QUEUE}?status=all")
    assert top_of(window, "article.moderation-card") < (250 if javascript else 320)
    for current in (".desk-places [aria-current]", ".queue-tabs [aria-current]"):
        box = window.locator(current).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def top_of(window, selector):
    return window.locator(selector).first.bounding_box()["y"]


def test_the_statistics_fit_a_phone(moderator, accessible):
    moderator.goto(f"{QUEUE}statistics/")
    accessible("statistics")
    assert_nothing_is_out_of_sight(moderator, ".statistics__frame")


@pytest.mark.looks
def test_the_block_list_and_its_dry_run(moderator, accessible):
    moderator.goto(f"{QUEUE}blocks/")
    accessible("empty block list")
    moderator.goto(f"{QUEUE}blocks/new/")
    accessible("block form")
    moderator.locator("select[name=kind]").select_option("phrase")
    moderator.locator("input[name=typed]").fill("the")
    moderator.locator("input[name=reason]").fill("Trying it out.")
    press(moderator, ".block-form button[type=submit]")
    assert moderator.locator(".block-form__result").is_visible()
    accessible("dry run")
    press(moderator, "button[name=add]")
    accessible("block list")
    assert_nothing_is_out_of_sight(moderator)
    press(moderator, "a[href$='/remove/']")
    accessible("taking an entry off")
    press(moderator, f"{OURS} form button[type=submit]")


@pytest.mark.looks
def test_the_raid_switch(new_reader, moderator, accessible):
    reader = new_reader(WAY)
    send_comment(reader, newest_post(reader, WAY), name="Zelda", words="Raider")
    find(moderator, "Raider")
    press(moderator, "article a[href*='/raid/']")
    switch = moderator.url
    accessible("raid switch, off")
    press(moderator, "button[name=start]")
    try:
        accessible("raid switch, on")
        moderator.goto(QUEUE)
        accessible("queue during a raid")
        open_form(reader, newest_post(reader, WAY))
        assert reader.locator("#comment-form .form__news").first.is_visible()
        assert list(objections(reader)) == []
    finally:
        moderator.goto(switch)
        press(moderator, "button[name=stop]")


@pytest.mark.looks
def test_answering_as_staff(new_reader, moderator, accessible):
    reader = new_reader(WAY)
    send_comment(reader, newest_post(reader, WAY), name="Zelda", words="Ombudsman")
    decide(moderator, "Ombudsman", "Approve")
    find(moderator, "Ombudsman")
    press(moderator, "article a[href$='/answer/']")
    accessible("answer as staff")


@pytest.mark.looks
def test_the_choice_of_mail_in_the_account(moderator, accessible):
    complaints = []
    moderator.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    moderator.on("pageerror", lambda error: complaints.append(str(error)))
    moderator.goto("/admin/account/#tab-notifications")
    field = "reader_comments-frequency"
    assert moderator.locator(f"select[name={field}]").is_visible()
    accessible("mail preference", within=f"[name={field}]")
    assert complaints == []
    moderator.goto("/admin/")
    accessible("dashboard", within=WAITING_PANEL)
