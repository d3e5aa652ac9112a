"""A petition that twenty people paste: one card, one click for all, and one to take it back."""

import pytest

from tests.browser.conftest import MODERATOR
from tests.browser.writing import objections, press

pytestmark = pytest.mark.browser

# Through the door by which readers' comments come in, an hour apart and under any name.
SEND_TWENTY = """
from datetime import timedelta
from django.utils import timezone
from blog.models import PostPage
from comments import intake
from comments.submission import Sender, Submission
post = PostPage.objects.live().order_by("pk")[0]
for number in range(20):
    sent_at = timezone.now() - timedelta(hours=20 - number)
    sender = Sender(key=f"sender {number}", is_known=True, is_origin_proven=True)
    intake.submit_comment(Submission(
        page_id=post.pk, parent_id=None, author_name=f"Signer {number}", author_website="",
        body="Kumquat petition: dear sheriff, we ask you to end the contract with the private "
            "prison and to meet with our coalition before the first of March. "
            f"I am number {number}.",
        key=f"{number:064d}", opened_at=sent_at - timedelta(minutes=5), sent_at=sent_at,
        is_honeypot_filled=False, sender=sender), page=post)
"""
QUEUE = "/admin/reader-comments/?q=Kumquat"
CARDS = "article.moderation-card"


def test_twenty_alike_are_approved_with_one_click_and_held_again_with_another(
    newsroom, new_window, sign_in, moderator
):
    newsroom.run(SEND_TWENTY)
    window = new_window(javascript=False)
    sign_in(window, MODERATOR)
    window.goto(QUEUE)
    assert window.locator(CARDS).count() == 1
    with window.expect_navigation():
        window.get_by_role("link", name="and 19 more alike").click()
    assert window.locator(CARDS).count() == 20

    press(window, "Approve all alike (20)")
    assert "Approved 20 comments." in window.locator(".messages").inner_text()
    assert window.locator(CARDS, has_text="Published").count() == 20
    press(window, "Undo")
    assert "Took 20 decisions back." in window.locator(".messages").inner_text()

    window.goto("/admin/reader-comments/?n=100")
    typed = window.locator(CARDS, has=window.get_by_text("Words to the author")).last
    number = typed.get_attribute("data-comment")
    typed.get_by_text("Words to the author").click()
    typed.locator(f"[name=words-{number}]").fill("Be kind.")
    press(window, "Spam all alike (20)")
    assert "Marked 20 comments as spam." in window.locator(".desk-news").inner_text()
    assert window.locator(f"[name=words-{number}]").input_value() == "Be kind."
    press(window, "Undo")

    moderator.goto(QUEUE)  # with JavaScript, for axe
    assert moderator.locator(CARDS).count() == 1
    assert list(objections(moderator, within=".queue-screen__content")) == []
    press(moderator, "Spam all alike (20)")
    assert moderator.locator(CARDS).count() == 0
