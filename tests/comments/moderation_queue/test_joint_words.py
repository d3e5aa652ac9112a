"""What was typed on the cards of the list is kept when a button decides on many comments."""

import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from comments import moderation
from comments.models import Cluster, Comment, ModerationEvent
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import (
    AS_A_SCRIPT,
    DECIDE,
    QUEUE,
    carry_out,
    fields_of,
    read_history,
    read_queue,
)

PENDING = CommentStatus.PENDING
ALIKE, MATCHING = (
    reverse("reader_comments:decide_alike"),
    reverse("reader_comments:decide_matching"),
)
KEPT = 'name="words-{}" value="Be kind."'
TYPED = {"words": "Be kind.", "rule": "abuse"}


@pytest.fixture
def alike(post):
    cluster = Cluster.objects.create(sketch=b"")
    made = [make_comment(post, status=PENDING, cluster=cluster) for _ in range(3)]
    return sorted(made, key=lambda comment: comment.pk)  # as the list has them


@pytest.fixture
def other(post):
    """Like none of these, and on the same page of the list."""
    return make_comment(post, "Something else", status=PENDING)


def newest():
    return ModerationEvent.objects.latest("pk").pk


def press_alike(browser, html, **fields):
    """Press the first button for all that are alike on a page that was read earlier."""
    value = re.search(r'name="alike" value="([^"]*)"', html)[1]
    return browser.post(ALIKE, {"alike": value} | fields)


def press_matching(browser, action=Action.MARK_SPAM, *, headers=None, **fields):
    sent = {"matching": action, "up_to": newest(), "back": "q=shoes"} | fields
    return browser.post(MATCHING, sent, headers=headers)


def form_of(html):
    """The one form that holds the list."""
    return re.search(r'<form id="desk".*?</form>', html, re.DOTALL)[0]


def first_button(html):
    """What Enter in a field presses."""
    return re.search(r'<button[^>]*type="submit"[^>]*>', html)[0]


@pytest.mark.parametrize("query", [{}, {"status": "all"}])
def test_the_joint_buttons_stand_in_the_form_that_holds_the_list(alike, other, browser, query):
    if query:
        query |= {"alike": alike[0].cluster_id}
    form = form_of(read_queue(browser, **query))
    assert form.count(f'formaction="{ALIKE}" class') == 2
    assert form.count(f'formaction="{MATCHING}" class') >= 3
    assert f'name="words-{alike[0].pk}"' in form


def test_enter_in_a_field_decides_nothing_that_nobody_chose(alike, browser):
    every = {"status": "all", "alike": alike[0].cluster_id}
    comment = alike[0]
    pages = [
        form_of(read_queue(browser)),
        form_of(read_queue(browser, **every)),
        read_history(browser, comment).partition('<form class="desk"')[2],
        press_matching(browser, "remove", **fields_of(comment, **TYPED)).content.decode(),
        carry_out(browser, {comment: Action.REMOVE}).content.decode(),
    ]
    for html in pages:
        desk = html.partition('class="desk"')[2] or html
        assert 'name="together"' in first_button(desk)


def test_words_on_other_cards_come_back_when_all_alike_are_decided(alike, other, browser):
    response = press_alike(browser, read_queue(browser), **fields_of(other, **TYPED))
    assertContains(response, "Approved 3 comments.")
    assertContains(response, KEPT.format(other.pk))
    assertContains(response, 'value="abuse.1" selected')
    assert Comment.objects.get(status=PENDING) == other
    undo = reverse("reader_comments:undo_alike", args=[ModerationEvent.objects.latest("pk").batch])
    assertContains(response, f'action="{undo}"')


def test_words_on_what_was_decided_are_not_asked_for_again(alike, other, browser):
    sent = fields_of(alike[0], **TYPED) | fields_of(other)
    assert press_alike(browser, read_queue(browser), back="q=x", **sent).url == f"{QUEUE}?q=x"


def test_words_on_what_the_decision_left_come_back(alike, browser, ana):
    html, sent = read_queue(browser), fields_of(alike[0], **TYPED)
    for act in (moderation.mark_spam, moderation.hold):
        act(alike[0].pk, make_ruling(alike[0], ana))
    response = press_alike(browser, html, **sent)
    assertContains(response, "Approved 2 comments.")
    assertContains(response, KEPT.format(alike[0].pk))


def test_words_on_cards_come_back_when_all_that_fit_are_decided(post, other, browser):
    fitting = make_comment(post, "Buy shoes", status=PENDING)
    sent = fields_of(other, **TYPED) | fields_of(fitting, **TYPED)
    response = press_matching(browser, **sent)
    assertContains(response, "Marked 1 comment as spam.")
    assertContains(response, KEPT.format(other.pk))
    assertNotContains(response, KEPT.format(fitting.pk))
    assertNotContains(response, "See how far it is")


def test_words_are_kept_while_a_long_decision_is_carried_out(post, other, browser, monkeypatch):
    monkeypatch.setattr(moderation.jobs, "MAX_AT_ONCE", 0)
    fitting = make_comment(post, "Buy shoes", status=PENDING)
    response = press_matching(browser, **fields_of(other, **TYPED), **fields_of(fitting, **TYPED))
    assertContains(response, KEPT.format(other.pk))
    assertNotContains(response, KEPT.format(fitting.pk))
    assertContains(response, ">See how far it is</a>")


@pytest.mark.parametrize(
    ("url", "sent", "status"),
    [
        (ALIKE, {"alike": "approve x"}, 422),
        (MATCHING, {"matching": "remove", "up_to": "1"}, 422),
        (MATCHING, {"matching": "approve", "up_to": "1", "back": "page=x"}, 422),
        (MATCHING, {"matching": "approve", "up_to": "1", "back": "status=check"}, 409),
    ],
)
def test_words_on_cards_come_back_with_why_nothing_was_done(other, browser, url, sent, status):
    response = browser.post(url, sent | fields_of(other, choice="trash", **TYPED))
    assertContains(response, "Nothing was changed.", status_code=status)
    assertContains(response, KEPT.format(other.pk), status_code=status)
    assertContains(response, 'value="trash" checked', status_code=status)
    assert Comment.objects.get().status == PENDING


def test_what_came_back_with_a_joint_decision_is_in_one_form_with_it(post, other, browser):
    """So that the second try keeps the words, too."""
    make_comment(post, "Buy shoes", status=PENDING)
    html = press_matching(browser, "remove", **fields_of(other, **TYPED)).content.decode()
    [form] = re.findall(r'<form class="desk".*?</form>', html, re.DOTALL)
    assert f'action="{DECIDE}"' in form
    assert f'formaction="{MATCHING}" name="matching" value="remove"' in form
    assert 'name="back" value="q=shoes"' in form
    assert KEPT.format(other.pk) in form
    again = fields_of(other, **TYPED) | {"rule": "abuse.1", "words": "No adverts."}
    response = press_matching(browser, "remove", **again)
    assertContains(response, "Removed 1 comment.")
    assertContains(response, KEPT.format(other.pk))


def test_the_rule_and_the_words_for_all_can_be_copied_when_the_list_changed(other, browser):
    sent = {"rule": "abuse.1", "words": "No <b>adverts</b>.", "back": "status=check"}
    html = press_matching(browser, "remove", **sent).content.decode()
    assert "Nothing was changed." in html
    assert re.search("You had chosen the rule “[^”]+”.", html)
    assert "readonly>No &lt;b&gt;adverts&lt;/b&gt;.</textarea>" in html
    assert 'name="matching"' not in html  # the list has to be looked at first


def test_where_nothing_was_typed_for_all_nothing_is_offered_to_be_copied(other, browser):
    response = press_matching(browser, "approve", back="status=check")
    assertNotContains(response, "<textarea", status_code=409)
    assertNotContains(response, "You had chosen the rule", status_code=409)


def test_a_script_keeps_the_words_itself(post, other, browser):
    sent = fields_of(other, **TYPED)
    make_comment(post, "Buy shoes", status=PENDING)
    assert press_matching(browser, headers=AS_A_SCRIPT, **sent).json()["done"] == 1
    refused = press_matching(browser, "remove", headers=AS_A_SCRIPT, **sent)
    assert (refused.status_code, list(refused.json())) == (422, ["why"])
