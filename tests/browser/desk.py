"""Steps at the desk that several journeys take: comments sent, keys pressed and counted."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field

from playwright.sync_api import Page, Route

from tests.browser.server import Server

# Through the door by which readers' comments come in, then as the filter would have left them.
SEND = """
import json
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from blog.models import PostPage
from comments import intake
from comments.models import Comment, ModerationEvent
from comments.submission import Sender, Submission
word, number, status, is_alike = json.loads('''{asked}''')
post = PostPage.objects.live().order_by("pk")[0]
def say(one):
    said = f"{{word}} " + ("we all ask the county to close the prison before winter and to meet us"
        if is_alike else " ".join(f"{{word}}{{one}}{{letter}}" for letter in "abcdefgh"))
    sent_at = timezone.now() - timedelta(minutes=number - one)
    sender = Sender(key=f"{{word}} {{one}}", is_known=True, is_origin_proven=True)
    return intake.submit_comment(Submission(
        page_id=post.pk, parent_id=None, author_name=f"{{word}} {{one}}", author_website="",
        body=said, key=f"{{word}} {{one}}".rjust(64, "0"), opened_at=sent_at - timedelta(minutes=5),
        sent_at=sent_at, is_honeypot_filled=False, sender=sender), page=post).pk
with transaction.atomic():  # the worker seals no event that is not yet as it will be
    numbers = [say(one) for one in range(number)]
    Comment.objects.filter(pk__in=numbers).update(status=status)
    ModerationEvent.objects.filter(comment__in=numbers).update(to_status=status)
"""
STATUSES = "SELECT status FROM comments_comment WHERE body LIKE ? ORDER BY status"
OUTCOME = ".moderation-card__outcome"
CARD = "article.moderation-card"


def send(
    newsroom: Server, word: str, number: int, *, status: str = "pending", is_alike: bool = False
) -> None:
    """Send so many comments that begin with a word, and leave them as they should stand."""
    asked = json.dumps([word, number, status, is_alike])
    newsroom.run(SEND.format(asked=asked))


@dataclass
class Desk:
    """A moderator's window on the list of some comments; it counts the keys that are pressed."""

    newsroom: Server
    window: Page
    word: str
    keys: int = field(default=0)

    def open(self, tab: str = "pending") -> "Desk":
        self.window.goto(f"/admin/reader-comments/?status={tab}&q={self.word}")
        if self.window.locator(CARD).count():
            self.window.locator("#desk[data-scripted]").wait_for()
        return self

    def press(self, *keys: str) -> None:
        for key in keys:
            self.window.keyboard.press(key)
            self.keys += 1

    def hold_decisions(self) -> list[Route]:
        """From now on nothing that is decided is answered before the test goes on with it."""
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        self.window.route("**/decide/", hold)
        return held

    def statuses(self) -> list[str]:
        with closing(sqlite3.connect(self.newsroom.database)) as rows:
            return [status for (status,) in rows.execute(STATUSES, [f"{self.word} %"])]

    def settled(self, words: str) -> None:
        """The server's own sentence on a card."""
        self.window.locator(OUTCOME, has_text=words).first.wait_for()
