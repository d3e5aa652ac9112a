"""What the tests of appeals at the desk share: an appeal, its screen, and an answer to it."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from comments import moderation, receipts, rulebook
from comments.models import Appeal, AppealState, Comment
from comments.states import Reason
from tests.comments.appellant import make_appeal, sent
from tests.comments.factories import make_ruling

LIST = "/admin/reader-comments/appeals/"


def address(appeal: Appeal) -> str:
    """The screen of one appeal."""
    return reverse("reader_comments:appeal", args=[appeal.pk])


def html_of(response: HttpResponse) -> str:
    """What an answer says."""
    return response.content.decode()


def send(
    browser: Client, appeal: Appeal, outcome: str = AppealState.UPHELD, **fields: Any
) -> HttpResponse:
    """Fill in the form as somebody does who has seen how things stand."""
    seen = appeal.comment.events.latest("pk").pk
    defaults = {"outcome": outcome, "words": "It names a neighbour.", "seen_event_id": seen}
    return browser.post(address(appeal), defaults | fields)


def seen_alike(browser: Client, appeal: Appeal) -> dict[str, str]:
    """What the form sends for the same answer to the others that its screen shows now."""
    field = re.search(r'name="alike_seen" value="([^"]*)"', html_of(browser.get(address(appeal))))
    return {"alike": "on", "alike_seen": field[1] if field else ""}


def removed_and_appealed(comment: Comment, moderator: User) -> Appeal:
    """An appeal against a removal by a rule, with an explanation."""
    rule = rulebook.find(Reason.ABUSE)
    explained = make_ruling(
        comment, moderator, rule_version=rule, explanation="You call him <names>."
    )
    moderation.remove(comment.pk, explained)
    return make_appeal(comment, "I quote the <sheriff>.")


def binned_and_appealed(page: Page, moderator: User, **fields: Any) -> Appeal:
    """Another appeal, against what a moderator called spam."""
    number = Comment.objects.count()
    comment = sent(page, receipt_digest=receipts.digest(f"secret {number}"), **fields)
    moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    return make_appeal(comment)
