"""One decision at a time, pressed on its card."""

import pytest
from django.test import Client
from django.urls import reverse

from comments.models import Comment, ModerationEvent
from comments.states import OFFERED, OUTCOMES, Action, CommentStatus, Reason
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import (
    DECIDE,
    QUEUE,
    UNDO_BUTTON,
    buttons,
    decide,
    read_queue,
    undo,
)
from tests.comments.moderation_queue.staff import make_moderator, sign_in

PENDING = CommentStatus.PENDING


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


@pytest.mark.parametrize("action", OUTCOMES)
def test_a_decision_changes_the_comment_and_leads_back_to_the_list(post, browser, ana, action):
    start = next(status for status in CommentStatus if action in OFFERED[status])
    comment = make_comment(post, status=start)
    response = decide(browser, comment, action, rule=Reason.ABUSE, back="status=spam&n=50")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=spam&n=50")
    assert status_of(comment) == OUTCOMES[action]
    assert comment.events.latest("pk").actor == ana


@pytest.mark.parametrize("action", [Action.REMOVE, Action.TRASH])
def test_what_was_taken_away_can_be_restored(post, browser, action):
    comment = make_comment(post)
    decide(browser, comment, action, rule=Reason.ABUSE)
    decide(browser, comment, Action.RESTORE)
    assert status_of(comment) == CommentStatus.PUBLISHED


def test_the_reason_of_a_removal_is_in_the_log_and_that_of_nothing_else(post, browser):
    removed, trashed = make_comment(post), make_comment(post)
    decide(browser, removed, Action.REMOVE, rule=Reason.ABUSE)
    decide(browser, trashed, Action.TRASH, rule=Reason.ABUSE)
    assert removed.events.latest("pk").reason == Reason.ABUSE
    assert trashed.events.latest("pk").reason == Reason.NONE


def test_the_message_offers_to_undo_the_decision(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    html = read_queue(browser)
    event = comment.events.latest("pk")
    assert "Approved the comment by Ana." in html
    assert reverse("reader_comments:undo", args=[event.pk]) in html
    assert "Approved" not in read_queue(browser)


def test_undo_gives_back_what_was_and_offers_no_second_undo(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    read_queue(browser)
    response = undo(browser, comment.events.latest("pk"), back="q=x")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?q=x")
    assert status_of(comment) == PENDING
    html = read_queue(browser)
    assert "Took the decision back. The comment by Ana: Waiting." in html
    assert not UNDO_BUTTON.search(html)


def test_a_removal_without_reason_changes_nothing_and_says_why(post, browser):
    comment = make_comment(post, status=PENDING)
    response = decide(browser, comment, Action.REMOVE)
    assert response.status_code == 422
    assert "Choose the rule" in response.content.decode()
    assert comment.events.count() == 1


def test_the_slower_moderator_sees_who_was_faster_and_the_comment_as_it_stands(post, browser):
    comment = make_comment(post, status=PENDING)
    seen = comment.events.latest("pk").pk
    decide(browser, comment, Action.APPROVE)
    ben = sign_in(make_moderator("ben"))
    response = decide(ben, comment, Action.MARK_SPAM, seen=seen)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Ana Ruiz approved this comment just now; nothing was changed." in html
    assert buttons(html) == [action.label for action in OFFERED[CommentStatus.PUBLISHED]]
    assert comment.events.count() == 2


def test_undo_comes_too_late_after_another_decision(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    mine = comment.events.latest("pk")
    decide(sign_in(make_moderator("ben")), comment, Action.TRASH)
    response = undo(browser, mine)
    assert response.status_code == 409
    assert "ben trashed this comment just now" in response.content.decode()
    assert status_of(comment) == CommentStatus.TRASHED


def test_an_impossible_step_changes_nothing_and_says_why(post, browser):
    comment = make_comment(post, status=CommentStatus.SPAM)
    response = decide(browser, comment, Action.REMOVE, rule=Reason.ABUSE)
    assert response.status_code == 409
    assert "that step is not possible" in response.content.decode()
    assert comment.events.count() == 1


def test_a_comment_without_words_stays_where_it_is(post, browser):
    comment = make_comment(post, "", status=CommentStatus.REMOVED)
    response = decide(browser, comment, Action.RESTORE)
    assert response.status_code == 409
    assert "words of this comment are gone" in response.content.decode()


def test_a_forged_decision_changes_nothing(post, ana):
    comment = make_comment(post, status=PENDING)
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(ana)
    assert decide(forger, comment, Action.APPROVE).status_code == 403
    assert undo(forger, comment.events.get()).status_code == 403
    assert comment.events.count() == 1


def test_what_never_was_is_not_found(newsroom, browser):
    for sent in ({"decide": "1.hold", "seen-1": 1}, {"decide": "1.hold"}, {"decide": "x.hold"}):
        assert browser.post(DECIDE, sent).status_code == 404
    history, undone = (reverse(f"reader_comments:{name}", args=[1]) for name in ("history", "undo"))
    assert browser.get(history).status_code == browser.post(undone).status_code == 404
    assert not ModerationEvent.objects.exists()
