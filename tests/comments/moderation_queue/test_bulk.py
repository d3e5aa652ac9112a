import re

import pytest
from django.test import Client
from django.urls import reverse

from comments import moderation
from comments.models import Cluster, Comment, ModerationEvent
from comments.moderation import MAX_AT_ONCE
from comments.moderation_queue import bulk
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import QUEUE, read_queue

DECIDE = reverse("reader_comments:decide_alike")
PENDING, PUBLISHED, SPAM = CommentStatus.PENDING, CommentStatus.PUBLISHED, CommentStatus.SPAM


@pytest.fixture
def alike(post):
    cluster = Cluster.objects.create(sketch=b"")
    return [
        make_comment(post, status=PENDING, cluster=cluster, author_name=name)
        for name in ("Ana", "Bea", "Cid")
    ]


def seen_on(html):
    return re.search(r'name="seen" value="([^"]*)"', html)[1]


def press(browser, action=Action.APPROVE, *, html="", **fields):
    """Press the button below the card of what is alike, as the page has it."""
    seen = seen_on(html or read_queue(browser))
    return browser.post(DECIDE, {"action": action, "seen": seen} | fields)


def statuses():
    return set(Comment.objects.values_list("status", flat=True))


def test_what_waits_alike_is_one_card_with_two_buttons_and_a_way_to_all(alike, browser):
    html = read_queue(browser)
    assert html.count("<article") == 1
    assert "and 2 more alike</a>" in html
    assert f"{QUEUE}?status=all&amp;alike={alike[0].cluster_id}" in html
    assert ">Approve all alike (3)</button>" in html
    assert ">Spam all alike (3)</button>" in html


def test_all_that_are_alike_can_be_read_and_decided_above_the_list(alike, browser):
    html = read_queue(browser, status="all", alike=alike[0].cluster_id)
    assert html.count("<article") == 3
    assert html.count(">Approve all alike (3)</button>") == 1
    assert html.index("Approve all alike") < html.index("<article")
    assert "more alike" not in html


def test_one_that_waits_and_others_decided_leave_nothing_to_decide_together(post, alike, browser):
    Comment.objects.exclude(pk=alike[0].pk).update(status=PUBLISHED)
    html = read_queue(browser)
    assert "and 2 more alike</a>" in html
    assert "(Published: 2)" in html
    assert "Approve all" not in html


@pytest.mark.parametrize(
    ("action", "status", "sentence"),
    [
        (Action.APPROVE, PUBLISHED, "Approved 3 comments."),
        (Action.MARK_SPAM, SPAM, "Marked 3 comments as spam."),
    ],
)
def test_one_click_decides_all_and_leads_back(alike, browser, action, status, sentence):
    response = press(browser, action, back="status=pending&q=x")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=pending&q=x")
    assert statuses() == {status}
    assert sentence in read_queue(browser)


def test_one_click_takes_all_back(alike, browser):
    press(browser)
    batch = ModerationEvent.objects.latest("pk").batch
    undo = reverse("reader_comments:undo_alike", args=[batch])
    assert undo in read_queue(browser)
    response = browser.post(undo, {"back": "status=spam"})
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=spam")
    assert statuses() == {PENDING}
    html = read_queue(browser)
    assert "Took the decision on 3 comments back." in html
    assert ">Undo</button>" not in html


def test_what_changed_since_is_left_and_named_with_who_did_what(alike, browser, ana):
    html = read_queue(browser)
    moderation.trash(alike[1].pk, make_ruling(alike[1], ana))
    press(browser, html=html)
    told = read_queue(browser)
    assert "Approved 2 comments." in told
    assert reverse("reader_comments:history", args=[alike[1].pk]) in told
    assert "Ana Ruiz trashed this comment just now; nothing was changed." in told


def test_what_arrived_since_is_not_decided_unseen(post, alike, browser):
    html = read_queue(browser)
    late = make_comment(post, status=PENDING, cluster=alike[0].cluster)
    press(browser, html=html)
    assert Comment.objects.get(status=PENDING) == late


def test_what_has_to_be_read_first_is_said_beforehand_and_left_waiting(alike, browser):
    evidence = [{"sign": "personal_data", "detail": "phone"}]
    Comment.objects.filter(pk=alike[1].pk).update(evidence=evidence)
    html = read_queue(browser)
    assert ">Approve all alike (2)</button>" in html
    assert "1 of them holds something else that has to be read first" in html
    press(browser, html=html)
    assert Comment.objects.get(status=PENDING) == alike[1]
    assert "Something in it has to be read before it is published." in read_queue(browser)


def test_when_all_have_to_be_read_none_is_approved_together(alike, browser):
    Comment.objects.update(evidence=[{"sign": "blocked", "detail": "x"}])
    html = read_queue(browser)
    assert "Approve all" not in html
    assert ">Spam all alike (3)</button>" in html


def test_a_long_list_of_what_was_left_names_the_first(alike, browser, ana, monkeypatch):
    monkeypatch.setattr(bulk, "NAMED_AT_MOST", 1)
    html = read_queue(browser)
    for comment in alike:
        moderation.trash(comment.pk, make_ruling(comment, ana))
    press(browser, html=html)
    told = read_queue(browser)
    assert "Approved 0 comments." in told
    assert ">Undo</button>" not in told
    assert told.count("nothing was changed.") == 1
    assert "and 2 more</li>" in told


def test_more_than_one_decision_can_hold_say_so(alike, browser, monkeypatch):
    monkeypatch.setattr("comments.moderation_queue.alike.MAX_AT_ONCE", 2)
    assert "3 wait; one decision is for the first 2 of them." in read_queue(browser)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"action": "trash", "seen": "1.1"},
        {"action": "approve", "seen": ""},
        {"action": "approve", "seen": "1"},
        {"action": "approve", "seen": "1.2.3"},
        {"action": "approve", "seen": "x.y"},
        {"action": "approve", "seen": "-1.1"},
        {"action": "approve", "seen": f"{2**63}.1"},
        {"action": "approve", "seen": "1." + "9" * 5000},
        {"action": "approve", "seen": "1.1 " * (MAX_AT_ONCE + 1)},
    ],
)
def test_what_no_page_sends_changes_nothing(alike, browser, fields):
    assert browser.post(DECIDE, fields).status_code == 303
    assert statuses() == {PENDING}
    assert "Nothing was changed." in read_queue(browser)


def test_a_forged_decision_changes_nothing(alike, ana):
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(ana)
    html = forger.get(QUEUE).content.decode()
    sent = {"action": "approve", "seen": seen_on(html)}
    assert forger.post(DECIDE, sent).status_code == 403
    assert statuses() == {PENDING}
