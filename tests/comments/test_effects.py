import logging

import pytest

from comments import effects, moderation
from comments.models import Notice, SpamCheck, Subscription, Thread, Topic
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.notifications.people import make_subscription


def test_an_event_gives_the_thread_a_new_version(post):
    event = make_comment(post).events.get()
    effects.record(event)
    effects.record(event)
    assert Thread.objects.get(page=post).version == 2


def test_an_event_has_the_notices_that_tell_of_it(post):
    make_subscription(post)
    event = make_comment(post).events.get()
    effects.record(event)
    assert Notice.objects.get().event == event


@pytest.mark.parametrize("status", [CommentStatus.PUBLISHED, CommentStatus.PENDING])
def test_who_takes_a_comment_back_takes_the_address_along(post, monkeypatch, caplog, status):
    monkeypatch.setattr(effects.notifications, "record", lambda event: 1 / 0)
    comment = make_comment(post, status=status)
    make_subscription(post, Topic.REPLIES, comment=comment)
    follows = make_subscription(post)
    moderation.withdraw(comment.pk, keeps_name=True)
    assert list(Subscription.objects.all()) == [follows]


def test_who_cannot_be_told_costs_nobody_a_comment(post, monkeypatch, caplog):
    monkeypatch.setattr(effects.notifications, "record", lambda event: 1 / 0)
    effects.record(make_comment(post).events.get())
    assert Thread.objects.get(page=post).version == 1
    assert "did not follow" in caplog.text


def test_what_is_drawn_by_lot_is_drawn_with_the_event(post, monkeypatch):
    monkeypatch.setattr(effects.LOT, "random", lambda: 0.0)
    comment = make_comment(post)
    effects.record(comment.events.get())
    assert SpamCheck.objects.get().comment == comment


def test_the_filter_learns_with_the_event(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    assert comment.spam_label.is_spam is False


def test_the_log_line_holds_numbers_and_states_but_no_words(post, caplog):
    comment = make_comment(post, "unutterable", author_name="Berenice")
    with caplog.at_level(logging.INFO):
        effects.wake(comment.events.get())
    assert f"comment {comment.pk}: submit (new -> published)" in caplog.text
    assert "unutterable" not in caplog.text
    assert "Berenice" not in caplog.text
