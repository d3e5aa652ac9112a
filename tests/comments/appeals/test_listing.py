"""What waits for an answer, and in which order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import appeals, moderation, receipts
from comments.models import (
    Appeal,
    AppealState,
    Cluster,
    CommentSettings,
    DeskAct,
    DeskEvent,
    SectionModerator,
)
from tests.comments.appellant import answer, make_appeal, sent, take_away
from tests.comments.factories import make_comment, make_ruling
from tests.conftest import NOON
from tests.pages import make_post

ALL = Appeal.objects.all()
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
UPHELD = AppealState.UPHELD
pytestmark = pytest.mark.usefixtures("clock")


def many(post, ana, number, *, action="remove", **fields):
    """Appeals, each against a decision of Ana's, a minute apart."""
    made = []
    for place in range(number):
        comment = sent(post, receipt_digest=receipts.digest(f"secret {place} {fields}"), **fields)
        take_away(comment, action, ana)
        created_at = NOON + timedelta(minutes=place)
        made.append(make_appeal(comment, created_at=created_at, due_at=created_at + 7 * DAY))
    return made


def test_what_waits_is_counted_and_what_is_late_too(post, ana, ben, clock):
    first, _second, third = many(post, ana, 3)
    answer(third, UPHELD, ben)
    clock.move_to(first.due_at + SECOND)
    assert appeals.waiting(ALL, now=timezone.now()) == appeals.Waiting(count=2, late=1)


def test_nothing_waits_at_first(db):
    assert appeals.waiting(ALL, now=NOON) == appeals.Waiting(count=0, late=0)


def test_counting_costs_one_query(post, ana, django_assert_num_queries):
    many(post, ana, 3)
    with django_assert_num_queries(1):
        appeals.waiting(ALL, now=NOON)


def test_what_waits_longest_over_its_time_comes_first(post, ana):
    made = many(post, ana, 3)
    Appeal.objects.filter(pk=made[2].pk).update(due_at=NOON - DAY)
    assert list(appeals.listed(ALL)) == [made[2], made[0], made[1]]


def test_appeals_about_the_same_spam_are_one_in_the_list(post, ana):
    cluster = Cluster.objects.create(sketch=b"of the words")
    spam = many(post, ana, 3, action="mark_spam", cluster=cluster)
    [other] = many(post, ana, 1)
    assert set(appeals.listed(ALL)) == {spam[0], other}
    assert list(appeals.alike(spam[0], among=ALL)) == spam[1:]
    assert list(appeals.alike(other, among=ALL)) == []


def test_appeals_about_petitions_that_were_removed_each_have_their_place(post, ana):
    cluster = Cluster.objects.create(sketch=b"of the words")
    made = many(post, ana, 3, cluster=cluster)
    assert list(appeals.listed(ALL)) == made
    assert list(appeals.alike(made[0], among=ALL)) == []


def as_seen(*appeals):
    return {each.pk: each.comment.events.latest("pk").pk for each in appeals}


def test_appeals_about_the_same_spam_are_answered_with_one(post, ana, ben):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, *others = many(post, ana, 3, action="mark_spam", cluster=cluster)
    answer(first, UPHELD, ben, words="Advertising.")
    seen = as_seen(*others)
    assert appeals.answer_alike(first, "No.", seen=seen, moderator=ben, now=NOON) == 2
    for other in others:
        other.refresh_from_db()
        assert (other.state, other.words, other.decided_by) == (UPHELD, "No.", ben)
    assert DeskEvent.objects.filter(act=DeskAct.UPHOLD).count() == 3


def test_those_that_were_not_seen_or_changed_since_are_left(post, ana, ben):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, changed, _unseen = many(post, ana, 3, action="mark_spam", cluster=cluster)
    seen = as_seen(changed)
    moderation.confirm_spam(changed.comment_id, make_ruling(changed.comment, ana))
    answer(first, UPHELD, ben, words="Advertising.")
    assert appeals.answer_alike(first, "No.", seen=seen, moderator=ben, now=NOON) == 0
    assert Appeal.objects.open().count() == 2


def test_those_that_are_not_a_moderators_to_answer_are_left(post, ana, ben):
    cluster = Cluster.objects.create(sketch=b"of the words")
    [first] = many(post, ana, 1, action="mark_spam", cluster=cluster)
    [own] = many(post, ben, 1, action="mark_spam", cluster=cluster, author_name="Eva")
    answer(first, UPHELD, ben, words="Advertising.")
    seen = as_seen(own)
    assert appeals.answer_alike(first, "No.", seen=seen, moderator=ben, now=NOON) == 0
    own.refresh_from_db()
    assert own.state == AppealState.OPEN


def test_an_appeal_of_a_post_that_is_deleted_goes_with_it(post, ana):
    comment = make_comment(post)
    take_away(comment, "remove", ana)
    make_appeal(comment)
    comment.delete()
    assert not appeals.listed(ALL).exists()


def test_a_section_moderator_reaches_the_appeals_of_the_section(post, newsroom, ana, ben):
    settings = CommentSettings.for_site(newsroom.site)
    settings.has_section_moderators = True
    settings.save()
    elsewhere = make_post(newsroom, "Elsewhere")
    SectionModerator.objects.create(user=ben, page=elsewhere)
    cluster = Cluster.objects.create(sketch=b"of the words")
    [here] = many(post, ana, 1, action="mark_spam", cluster=cluster)
    [there] = many(elsewhere, ana, 1, action="mark_spam", cluster=cluster, author_name="Eva")
    reach = appeals.in_reach(ben)
    assert list(appeals.listed(reach)) == [there]
    assert appeals.waiting(reach, now=NOON).count == 1
    assert not appeals.alike(there, among=reach).exists()
    assert set(appeals.in_reach(ana)) == {here, there}
