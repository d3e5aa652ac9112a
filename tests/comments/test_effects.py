import logging

import pytest

from comments import effects, moderation
from comments.models import LabelDue, Notice, SpamCheck, Subscription, Thread, Topic
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.notifications.people import make_subscription
from tests.pages import make_post


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


def test_many_events_give_each_thread_one_new_version(newsroom, post):
    other = make_post(newsroom, "Another post")
    comments = [make_comment(post), make_comment(post), make_comment(other)]
    effects.record_many([comment.events.get() for comment in comments])
    effects.record_many([comments[0].events.get()])
    assert dict(Thread.objects.values_list("pk", "version")) == {post.pk: 2, other.pk: 1}


def test_a_label_that_cannot_be_settled_is_left_to_the_worker(post, moderator, monkeypatch, caplog):
    monkeypatch.setattr(effects.labels, "settle", lambda event: 1 / 0)
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    assert LabelDue.objects.get().comment == comment


def test_who_cannot_be_told_costs_nobody_a_decision_on_many(post, monkeypatch, caplog):
    monkeypatch.setattr(effects.notifications, "record_many", lambda events: 1 / 0)
    effects.record_many([make_comment(post).events.get()])
    assert Thread.objects.get(page=post).version == 1
    assert "did not follow" in caplog.text


def test_the_log_has_one_line_for_many(post, caplog):
    events = [make_comment(post, "unutterable").events.get() for _number in range(2)]
    with caplog.at_level(logging.INFO):
        effects.wake_many(events)
    assert "submit of 2 comments" in caplog.text
    assert "unutterable" not in caplog.text
