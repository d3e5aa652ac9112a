from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission

from comments.models import Comment, Frequency, ModeratorNotices, Notice
from comments.notifications import dispatch_due
from comments.states import Action, CommentStatus
from tests.comments.around.shifts import give_section
from tests.comments.factories import make_user
from tests.comments.notifications.people import (
    choose,
    happen,
    hold_by_itself,
    make_moderator,
    posted,
)
from tests.pages import make_post

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture
def moderator(clock):
    return make_moderator()


def test_the_first_comment_that_waits_is_told_at_once(post, moderator):
    hold_by_itself(post)
    dispatch_due()
    [mail] = posted()
    assert (mail.recipient, mail.subject) == (moderator.email, "1 comment is waiting")


def test_further_ones_are_told_together_within_an_hour(post, moderator, clock):
    for _minute in range(61):
        hold_by_itself(post)
        dispatch_due()
        clock.shift(MINUTE)
    assert [mail.subject.split()[0] for mail in posted()] == ["1", "61"]


def test_who_wants_it_daily_does_not_hear_at_once(post, moderator):
    hold_by_itself(post)
    choose(moderator, Frequency.DAILY)  # after the notice was written
    hold_by_itself(post)
    dispatch_due()
    assert posted() == []
    assert not Notice.objects.exists()


def test_a_moderator_of_a_section_hears_of_its_comments_alone(newsroom, post, moderator):
    other = make_post(newsroom, "Another one")
    give_section(moderator, other)
    hold_by_itself(post)
    dispatch_due()
    assert posted() == []
    hold_by_itself(other)
    dispatch_due()
    assert [mail.subject for mail in posted()] == ["1 comment is waiting"]


def test_when_all_is_decided_nobody_is_told(post, moderator, clock):
    comment = hold_by_itself(post)
    happen(comment, Action.APPROVE, CommentStatus.PUBLISHED, actor=moderator)
    dispatch_due()
    assert posted() == []
    assert not Notice.objects.exists()


def no_more_right(moderator):
    moderator.user_permissions.clear()


def no_more_address(moderator):
    moderator.email = ""
    moderator.save()


def no_more_account(moderator):
    moderator.is_active = False
    moderator.save()


def no_more_wish(moderator):
    choose(moderator, Frequency.NEVER)


@pytest.mark.parametrize("change", [no_more_right, no_more_address, no_more_account, no_more_wish])
def test_who_is_not_to_be_told_any_more_is_not(post, moderator, change):
    hold_by_itself(post)
    change(moderator)
    dispatch_due()
    assert posted() == []


def test_each_moderator_has_a_pace_of_their_own(post, moderator, clock):
    hold_by_itself(post)
    dispatch_due()
    late = make_user("late", email="late@example.org")
    late.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    hold_by_itself(post)
    dispatch_due()
    assert [mail.recipient for mail in posted()] == [moderator.email, late.email]


def test_what_counts_is_what_waits_and_not_what_was_binned(post, moderator):
    for _number in range(3):
        hold_by_itself(post)
    Comment.objects.filter(pk=Comment.objects.first().pk).update(status=CommentStatus.SPAM)
    dispatch_due()
    assert posted()[0].subject == "2 comments are waiting"


def test_a_choice_of_never_can_be_taken_back(post, moderator):
    choose(moderator, Frequency.NEVER)
    ModeratorNotices.objects.update(frequency=Frequency.AT_ONCE)
    hold_by_itself(post)
    dispatch_due()
    assert len(posted()) == 1
