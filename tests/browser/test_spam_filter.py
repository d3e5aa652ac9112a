"""The filter as its owner sees it: thirty decisions, what they change, and taking it back.

The journey goes without JavaScript; the same screens stand before axe with it.
"""

import re

import pytest

from tests.browser.writing import objections, press

pytestmark = pytest.mark.browser

NUMBER = 30
# Through the door by which readers' comments come in, an hour apart and from thirty people.
SEND_THIRTY = f"""
import random
from datetime import timedelta
from django.utils import timezone
from blog.models import PostPage
from comments import intake
from comments.models import SpamFilter
from comments.submission import Sender, Submission
SPAM = ("subscribe channel followers cheap pills casino bonus crypto giveaway click earn money "
        "online watch free videos please everybody loves winner prize").split()
HONEST = ("county court march hearing council families noon vote board meeting sheriff neighbours "
          "asked lawyers waited months contract budget school church letter rain bus").split()
# The worker has just learned, and leaves the next times to the journey.
just_now = {{"learned_at": timezone.now(), "labels_changed": 0, "is_learning_paused": False}}
SpamFilter.objects.update_or_create(pk=1, defaults=just_now)
post = PostPage.objects.live().order_by("pk")[1]
for number in range({NUMBER}):
    words = random.Random(number).sample(SPAM if number % 2 else HONEST, 10)
    sent_at = timezone.now() - timedelta(hours={NUMBER} - number)
    sender = Sender(key=f"quokka {{number}}", is_known=True, is_origin_proven=True)
    intake.submit_comment(Submission(
        page_id=post.pk, parent_id=None, author_name=f"Reader {{number}}", author_website="",
        body="Quokka " + " ".join(words), key=f"quokka {{number}}".rjust(64, "0"),
        opened_at=sent_at - timedelta(minutes=5), sent_at=sent_at, is_honeypot_filled=False,
        sender=sender), page=post)
"""
QUEUE = "/admin/reader-comments/?q=Quokka"
FILTER = "/admin/spam-filter/"
OURS = ".queue-screen__content"


def decide_all(window, number):
    """The oldest of them, again and again: the odd ones are spam."""
    window.goto(QUEUE)
    for _ in range(number):
        card = window.locator("article.moderation-card").first
        is_spam = int(re.search(r"Reader (\d+)", card.inner_text())[1]) % 2
        with window.expect_navigation():
            card.get_by_role("button", name="Spam" if is_spam else "Approve", exact=True).click()


def decisions_on_the_card(window):
    """How many decisions the report card counts; it stands open afterwards."""
    window.goto(f"{FILTER}?last=2000")
    sums = window.locator(".filter-table--numbers tfoot td").all_inner_texts()
    return sum(int(each) for each in sums)


def learn(newsroom):
    """What the worker does after twenty decisions; the number of the version that came of it.

    The newsroom's own worker may have been faster.
    """
    newsroom.manage("spam_filter", "learn", "--force")
    return int(re.match(r"at work: version (\d+)", newsroom.manage("spam_filter", "status"))[1])


def at_work(window):
    window.goto(FILTER)
    return window.locator(".filter-state dd").first.inner_text()


def try_thresholds(window):
    """Ask what others would have done, and leave them where they are."""
    window.goto(f"{FILTER}thresholds/")
    window.get_by_label("Ask a person from").fill("19")
    window.get_by_label("Bin from").fill("20")
    press(window, "Try it on the past")
    assert "would be treated otherwise" in window.locator(".filter-form__result").inner_text()
    with window.expect_navigation():
        window.get_by_role("link", name="Leave it as it is").click()
    assert window.get_by_label("Bin from").input_value() == "6.5"


def activate(window, number):
    window.goto(f"{FILTER}versions/")
    version = window.locator("article", has=window.get_by_text(f"Version {number}", exact=True))
    with window.expect_navigation():
        version.get_by_role("button", name="Put this version to work").click()


def roll_back(window):
    window.goto(f"{FILTER}versions/")
    press(window, "Roll back")


def test_thirty_decisions_show_on_the_report_card_and_what_was_learned_is_taken_back(
    newsroom, new_window, sign_in
):
    newsroom.run(SEND_THIRTY)
    window = new_window(javascript=False)
    sign_in(window, newsroom.username)
    before = decisions_on_the_card(window)
    decide_all(window, 20)  # ten of either kind: before that nothing is learned
    first = learn(newsroom)
    decide_all(window, NUMBER - 20)
    second = learn(newsroom)
    assert decisions_on_the_card(window) == before + NUMBER
    assert at_work(window) == f"version {second}"

    try_thresholds(window)
    roll_back(window)
    assert at_work(window) == f"version {first}"
    activate(window, second)
    assert at_work(window) == f"version {second}"
    roll_back(window)  # learning is paused: other journeys do not wait for what it learns from them
    roll_back(window)


@pytest.mark.looks
def test_every_screen_of_the_filter_is_accessible(newsroom, new_window, sign_in):
    window = new_window()
    sign_in(window, newsroom.username)
    found = []

    def look(screen):
        found.extend(f"{screen}: {one}" for one in objections(window, within=OURS))
        window.set_viewport_size({"width": 1280, "height": 800})

    for screen in ("", "versions/"):
        window.goto(FILTER + screen)
        look(screen)
    for screen, field, typed in (("thresholds/", "hold_at", "1"), ("terms/", "terms", "the\nand")):
        window.goto(FILTER + screen)
        window.locator(f"[name={field}]").fill(typed)
        press(window, "Try it on the past")
        window.locator(".filter-form__result").wait_for()
        look(screen)
    assert found == []
