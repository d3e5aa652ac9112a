from datetime import timedelta

import pytest

from comments import conf
from comments.models import Frequency, Notice, Topic
from comments.notifications import recording
from comments.states import Action, CommentStatus, RemovedBy
from tests.comments.factories import make_comment, make_user
from tests.comments.notifications.people import (
    choose,
    happen,
    hold_by_itself,
    make_moderator,
    make_subscription,
    publish_by_itself,
)
from tests.pages import make_post

pytestmark = pytest.mark.django_db

PENDING, PUBLISHED, REMOVED = (
    CommentStatus.PENDING,
    CommentStatus.PUBLISHED,
    CommentStatus.REMOVED,
)


@pytest.fixture
def moderator(db):
    return make_user("judge")


def told():
    return [notice.subscription for notice in Notice.objects.order_by("pk") if notice.subscription]


def approve(comment, moderator):
    return happen(comment, Action.APPROVE, PUBLISHED, actor=moderator)


# Who is told of a comment that appears


def test_followers_of_the_page_are_told_at_once_of_what_appears_by_itself(post):
    subscription = make_subscription(post)
    comment = publish_by_itself(post)
    notice = Notice.objects.get()
    assert (notice.subscription, notice.event) == (subscription, comment.events.get())
    assert notice.due_at == comment.created_at


def test_the_writer_of_what_is_answered_is_told_and_no_one_further_up(post):
    first = make_comment(post)
    second = make_comment(post, parent=first)
    make_subscription(post, Topic.REPLIES, comment=first, email="first@example.org")
    asked = make_subscription(post, Topic.REPLIES, comment=second, email="second@example.org")
    publish_by_itself(post, parent=second)
    assert told() == [asked]


def test_nobody_is_told_of_another_page_and_of_what_is_held_or_binned(newsroom, post):
    make_subscription(make_post(newsroom, "Other"))
    publish_by_itself(post)
    make_subscription(post)
    hold_by_itself(post)
    happen(hold_by_itself(post), Action.MARK_SPAM, CommentStatus.SPAM)
    assert told() == []


def test_who_wants_nothing_now_is_told_nothing(post):
    make_subscription(post, frequency=Frequency.NEVER)
    publish_by_itself(post)
    assert told() == []


def test_nobody_is_told_of_their_own_comment(post):
    make_subscription(post, email="ana@example.org")
    publish_by_itself(post, author_email="ANA@example.org")
    mine = make_comment(post, status=PENDING)
    make_subscription(post, Topic.DECISION, comment=mine, email="ana@example.org")
    happen(mine, Action.APPROVE, PUBLISHED)
    assert told() == []


def test_an_imported_comment_is_news_to_nobody_now_and_later(post, moderator):
    make_subscription(post)
    comment = make_comment(post, status=PENDING)
    comment.events.update(action=Action.IMPORT, to_status=PUBLISHED)
    recording.record(comment.events.get())
    approve(comment, moderator)
    assert told() == []


def test_what_happens_to_the_words_alone_is_no_news(post):
    make_subscription(post)
    comment = make_comment(post)
    happen(comment, Action.EDIT, PUBLISHED)
    happen(comment, Action.ACCEPT_EDIT, PUBLISHED)
    assert told() == []


# Decisions can be undone


def test_a_moderators_decision_waits_until_it_is_not_easily_undone(post, moderator):
    make_subscription(post)
    event = approve(make_comment(post, status=PENDING), moderator)
    assert Notice.objects.get().due_at == event.created_at + conf.UNDO_WINDOW


def test_what_was_undone_before_anybody_was_told_is_forgotten(post, moderator):
    make_subscription(post)
    comment = make_comment(post, status=PENDING)
    approve(comment, moderator)
    happen(comment, Action.UNDO, PENDING, actor=moderator)
    assert told() == []
    approve(comment, moderator)
    assert len(told()) == 1


def test_an_edit_does_not_make_anything_untrue(post, moderator):
    make_subscription(post)
    comment = make_comment(post, status=PENDING)
    approve(comment, moderator)
    happen(comment, Action.EDIT, PUBLISHED)
    assert len(told()) == 1


def test_who_was_told_is_not_told_again_when_it_is_approved_again(post, moderator):
    make_subscription(post)
    comment = make_comment(post, status=PENDING)
    approve(comment, moderator)
    Notice.objects.update(settled_at=comment.created_at)
    happen(comment, Action.HOLD, PENDING, actor=moderator)
    approve(comment, moderator)
    assert len(told()) == 1


def test_nor_after_our_memory_of_that_has_ended(post, moderator, clock):
    make_subscription(post)
    comment = make_comment(post, status=PENDING)
    approve(comment, moderator)
    Notice.objects.all().delete()
    clock.shift(timedelta(days=8))
    happen(comment, Action.HOLD, PENDING, actor=moderator)
    approve(comment, moderator)
    assert told() == []


# What was decided about my comment


@pytest.mark.parametrize(
    ("action", "to_status", "fields"),
    [
        (Action.APPROVE, PUBLISHED, {}),
        (Action.MARK_SPAM, CommentStatus.SPAM, {}),
        (Action.TRASH, CommentStatus.TRASHED, {}),
        (Action.REMOVE, REMOVED, {"removed_by": RemovedBy.ADMINISTRATOR, "reason": "abuse"}),
    ],
)
def test_a_persons_decision_is_told_to_whoever_wrote_the_comment(
    post, moderator, action, to_status, fields
):
    comment = make_comment(post, status=PENDING)
    asked = make_subscription(post, Topic.DECISION, comment=comment)
    happen(comment, action, to_status, actor=moderator, **fields)
    assert told() == [asked]


def test_the_writer_is_told_of_each_decision_that_was_not_overtaken(post, moderator):
    comment = make_comment(post, status=PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    approve(comment, moderator)
    Notice.objects.update(settled_at=comment.created_at)
    happen(comment, Action.TRASH, CommentStatus.TRASHED, actor=moderator)
    happen(comment, Action.RESTORE, PUBLISHED, actor=moderator)
    assert len(told()) == 2


def test_what_no_person_decided_is_no_decision(post):
    comment = make_comment(post, status=PENDING)
    make_subscription(post, Topic.DECISION, comment=comment)
    happen(comment, Action.PROVE, PUBLISHED)
    assert told() == []


# Moderators


def test_moderators_with_an_address_are_told_that_something_waits(post):
    moderator = make_moderator()
    administrator = make_user("root", is_superuser=True, email="root@example.org")
    make_user("editor", email="editor@example.org")
    make_moderator("mute", email="")
    make_moderator("gone", is_active=False)
    choose(make_moderator("tired"), Frequency.NEVER)
    hold_by_itself(post)
    assert {notice.user for notice in Notice.objects.all()} == {moderator, administrator}


def test_they_have_one_row_waiting_however_much_is_held(post):
    make_moderator()
    for _number in range(5):
        hold_by_itself(post)
    assert Notice.objects.count() == 1


def test_they_are_not_told_of_spam_of_their_own_holds_and_of_imports(post, moderator):
    make_moderator()
    spam = make_comment(post, status=CommentStatus.SPAM)
    recording.record(spam.events.get())
    happen(make_comment(post), Action.HOLD, PENDING, actor=moderator)
    imported = make_comment(post, status=PENDING)
    imported.events.update(action=Action.IMPORT)
    recording.record(imported.events.get())
    assert not Notice.objects.exists()


def test_they_are_not_told_where_no_mail_could_leave(post, settings):
    settings.HAS_MAIL = False
    make_moderator()
    hold_by_itself(post)
    assert not Notice.objects.exists()


def test_approving_what_they_were_told_of_does_not_forget_the_rest(post, moderator):
    make_moderator()
    first, _second = hold_by_itself(post), hold_by_itself(post)
    approve(first, moderator)
    assert Notice.objects.filter(user__isnull=False).count() == 1


# How much it costs


@pytest.mark.parametrize("number", [1, 50])
def test_the_number_of_queries_does_not_grow_with_the_followers(
    post, number, django_assert_max_num_queries
):
    for one in range(number):
        make_subscription(post, email=f"reader{one}@example.org")
    event = make_comment(post, parent=make_comment(post)).events.get()
    with django_assert_max_num_queries(4):
        recording.record(event)
    assert Notice.objects.count() == number
