from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from comments import moderation, urgency
from comments.models import Comment, ModerationEvent
from comments.states import Action, CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling

PENDING, SPAM = CommentStatus.PENDING, CommentStatus.SPAM
DATA = [{"sign": "personal_data", "detail": "phone"}]
THREAT = [{"sign": "threat", "detail": ""}]


def follow(*comments):
    urgency.follow([comment.events.latest("pk") for comment in comments])


def urgency_of(comment):
    return Comment.objects.get(pk=comment.pk).urgency


@pytest.mark.parametrize(
    ("evidence", "level"),
    [
        ([], 0),
        (DATA, 40),
        (THREAT, 30),
        ([*THREAT, *DATA], 40),
        ([{"sign": "links"}], 0),
        ("threat", 0),
        (None, 0),
        ({"sign": "threat"}, 0),
        (["threat", None], 0),
    ],
)
def test_what_waits_is_as_urgent_as_the_worst_that_was_found(post, evidence, level):
    comment = make_comment(post, status=PENDING)
    comment.evidence = evidence
    event = comment.events.get()
    event.comment = comment
    urgency.follow([event])
    assert urgency_of(comment) == level


def test_what_is_reported_and_what_was_public_comes_before_others(post, moderator):
    reported, public = make_comment(post), make_comment(post)
    make_report(reported)
    for comment in (reported, public):
        moderation.hold(comment.pk, make_ruling(comment, moderator))
    assert (urgency_of(reported), urgency_of(public)) == (20, 10)


@pytest.mark.parametrize(
    ("reasons", "level"),
    [
        (["threat"], 30),
        (["threat", "spam"], 30),
        (["spam", "threat"], 30),
        (["personal_data"], 20),
        (["names_me", "false", "other"], 20),
    ],
)
def test_what_readers_call_a_threat_is_as_urgent_as_one_that_was_found(
    post, moderator, reasons, level
):
    comment = make_comment(post)
    for reason in reasons:
        make_report(comment, reason)
    moderation.hold(comment.pk, make_ruling(comment, moderator))
    assert urgency_of(comment) == level


def test_a_threat_of_which_a_report_was_settled_waits_as_others(post, moderator):
    comment = make_comment(post)
    make_report(comment, "threat", state="dismissed", settled_at=timezone.now())
    moderation.hold(comment.pk, make_ruling(comment, moderator))
    assert urgency_of(comment) == 10


@pytest.mark.parametrize("status", [CommentStatus.PUBLISHED, "removed", "trashed", SPAM])
def test_what_no_longer_waits_is_not_urgent(post, status):
    comment = make_comment(post, status=status, evidence=DATA, urgency=40)
    follow(comment)
    assert urgency_of(comment) == 0


def test_spam_that_a_person_said_is_spam_is_confirmed_until_they_take_it_back(post, moderator):
    comment = make_comment(post, status=PENDING)
    event = moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    assert urgency_of(comment) == 1
    moderation.undo(event.pk, moderator=moderator)
    assert urgency_of(comment) == 0


def test_binned_spam_is_confirmed_by_a_person_and_by_nobody_else(post, moderator):
    comment = make_comment(post, status=SPAM)
    follow(comment)
    assert urgency_of(comment) == 0
    moderation.confirm_spam(comment.pk, make_ruling(comment, moderator))
    assert urgency_of(comment) == 1


def test_what_comes_back_from_the_trash_is_what_it_was(post, moderator):
    confirmed, binned = (make_comment(post, status=SPAM) for _ in range(2))
    moderation.confirm_spam(confirmed.pk, make_ruling(confirmed, moderator))
    for comment in (confirmed, binned):
        moderation.trash(comment.pk, make_ruling(comment, moderator))
        assert urgency_of(comment) == 0
        moderation.restore(comment.pk, make_ruling(comment, moderator))
    assert (urgency_of(confirmed), urgency_of(binned)) == (1, 0)


def test_many_cost_no_more_queries_than_one(post, django_assert_max_num_queries):
    comments = [make_comment(post, status=PENDING, evidence=DATA) for _ in range(20)]
    comments += [make_comment(post, status=SPAM) for _ in range(20)]
    events = list(ModerationEvent.objects.select_related("comment"))
    with django_assert_max_num_queries(4):
        urgency.follow(events)
    assert [urgency_of(comment) for comment in comments] == [40] * 20 + [0] * 20


def test_the_migration_settles_what_was_there_before(post, moderator):
    data = make_comment(post, status=PENDING, evidence=DATA)
    plain = make_comment(post, status=PENDING)
    reported, public = make_comment(post), make_comment(post)
    make_report(reported)
    for comment in (reported, public):
        moderation.hold(comment.pk, make_ruling(comment, moderator))
    binned, confirmed = make_comment(post, status=SPAM), make_comment(post, status=SPAM)
    moderation.confirm_spam(confirmed.pk, make_ruling(confirmed, moderator))
    everything = (data, plain, reported, public, binned, confirmed)
    settled = [urgency_of(one) for one in everything]
    Comment.objects.update(urgency=0)
    migration = import_module("comments.migrations.0011_urgency")
    migration.settle(apps, connection.schema_editor())
    assert [urgency_of(one) for one in everything] == [40, 0, 20, 10, 0, 1]
    assert settled[1:] == [0, 20, 10, 0, 1]


def test_actions_that_say_spam_leave_a_comment_there():
    assert set(urgency.SAID_SPAM) == {Action.MARK_SPAM, Action.CONFIRM_SPAM}
