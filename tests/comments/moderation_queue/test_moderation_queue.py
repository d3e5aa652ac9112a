"""Hostile text on every screen of the queue: shown as text, never as markup (abuse case 25)."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from comments.models import Comment
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import decide, read_history, read_queue
from tests.comments.moderation_queue.staff import (
    make_administrator,
    make_editor,
    make_moderator,
    sign_in,
)

HOSTILE = """x'"><svg/onload=evil()><script>evil()</script><a href="javascript:evil()">"""
FIELDS = {
    "author_name": HOSTILE,
    "author_website": HOSTILE,
    "author_email": HOSTILE,
    "evidence": [{"sign": HOSTILE, "detail": HOSTILE}, {"sign": "words", "detail": HOSTILE}],
}


class Reader(HTMLParser):
    """Finds what a browser would run: handlers, script addresses, scripts with our marker."""

    def __init__(self):
        super().__init__()
        self.dangers = []
        self._is_script = False

    def handle_starttag(self, tag, attrs):
        self._is_script = tag == "script"
        self.dangers += [
            (tag, name, value)
            for name, value in attrs
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
        ]

    def handle_endtag(self, tag):
        self._is_script = False

    def handle_data(self, data):
        if self._is_script and data.strip().startswith("evil"):
            self.dangers.append(("script", "", data))


def dangers(html):
    reader = Reader()
    reader.feed(html)
    return reader.dangers


@pytest.fixture
def hostile_post(post):
    post.title = HOSTILE
    post.save()
    return post


@pytest.fixture
def hostile(hostile_post):
    parent = make_comment(hostile_post, HOSTILE, **FIELDS)
    return make_comment(
        hostile_post, HOSTILE, parent=parent, status=CommentStatus.PENDING, **FIELDS
    )


@pytest.fixture
def browser(newsroom):
    return sign_in(make_moderator(first_name=HOSTILE, last_name=HOSTILE))


def stale(browser, comment):
    seen = comment.events.latest("pk").pk
    decide(browser, comment, Action.APPROVE)
    response = decide(browser, comment, Action.TRASH, seen=seen)
    assert response.status_code == 409
    return response.content.decode()


def after_decision(browser, comment):
    decide(browser, comment, Action.APPROVE)
    return read_queue(browser, status="all")


def decided_history(browser, comment):
    decide(browser, comment, Action.APPROVE)
    read_queue(browser)
    return read_history(browser, comment, back=HOSTILE)


def with_filters(browser, comment):
    fields = ("q", "post", "page", "since", "until", "status", "p", "back")
    return read_queue(browser, **dict.fromkeys(fields, HOSTILE))


SCREENS = {
    "queue": lambda browser, comment: read_queue(browser),
    "queue with hostile filters": with_filters,
    "message": after_decision,
    "history": decided_history,
    "stale decision": stale,
    "dashboard": lambda browser, comment: browser.get("/admin/").content.decode(),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_hostile_text_stays_text(hostile, browser, screen):
    html = SCREENS[screen](browser, hostile)
    assert "<svg/onload" not in html
    assert dangers(html) == []


def test_hostile_titles_stay_text_when_a_page_is_deleted(hostile):
    url = reverse("wagtailadmin_pages:delete", args=[hostile.page_id])
    for user in (make_administrator(), make_editor()):
        html = sign_in(user).get(url).content.decode()
        assert "Comments belong to this page" in html
        assert dangers(html) == []


def test_the_screens_under_test_do_show_the_hostile_text(hostile, browser):
    """Or the tests above would prove nothing."""
    escaped = "x&#x27;&quot;&gt;&lt;svg/onload=evil()&gt;"
    assert read_queue(browser).count(escaped) >= 6
    assert decided_history(browser, hostile).count(escaped) >= 7


def test_the_detector_sees_what_it_looks_for():
    assert dangers('<svg onload="evil()">')
    assert dangers('<a href=" javascript:evil()">')
    assert dangers("<script>evil()</script>")


def test_an_address_is_never_part_of_an_address(hostile, browser):
    Comment.objects.update(author_email="ana@example.org")
    html = read_queue(browser) + read_history(browser, hostile)
    assert not re.search(r'(?:href|action|src)="[^"]*(?:mailto|example\.org)', html)
