from datetime import timedelta

import pytest

from comments import moderation
from comments.models import Cluster, Comment
from comments.moderation_queue import alike
from comments.moderation_queue.alike import alike_of, one_of_each
from comments.states import CommentStatus
from comments.urgency import REPORTED, WAS_PUBLISHED
from tests.comments.factories import SAID_AT, make_comment, make_ruling

PENDING = CommentStatus.PENDING


@pytest.fixture
def cluster(db):
    return Cluster.objects.create(sketch=b"")


def make_alike(post, cluster, number, *, status=PENDING, **fields):
    return [make_comment(post, status=status, cluster=cluster, **fields) for _ in range(number)]


def seen_of(comment):
    return (comment.pk, comment.events.latest("pk").pk)


def test_of_those_that_are_alike_the_first_stands_for_all(post, cluster):
    comments = make_alike(post, cluster, 3)
    alone = make_comment(post, status=PENDING)
    first = min(comments, key=lambda comment: (comment.created_at, comment.pk))
    assert set(one_of_each(Comment.objects.waiting())) == {first, alone}


def test_those_that_are_like_no_other_are_all_there(post):
    comments = {make_comment(post, status=PENDING) for _ in range(3)}
    assert set(one_of_each(Comment.objects.waiting())) == comments


def test_among_some_only_these_count(post, cluster):
    first, *_others = sorted(make_alike(post, cluster, 3), key=lambda comment: comment.pk)
    others = Comment.objects.waiting().exclude(pk=first.pk)
    assert one_of_each(others).get() != first


def test_what_may_do_harm_is_there_whatever_it_is_like(post, cluster):
    first, *_others = sorted(make_alike(post, cluster, 3), key=lambda comment: comment.pk)
    harmful = set(make_alike(post, cluster, 2, urgency=REPORTED))
    assert set(one_of_each(Comment.objects.waiting())) == {first} | harmful


def test_alike_whose_approval_was_undone_are_one_card_and_one_decision(post, cluster, moderator):
    comments = sorted(make_alike(post, cluster, 3), key=lambda comment: comment.pk)
    for comment in comments:
        event = moderation.approve(comment.pk, make_ruling(comment, moderator))
        moderation.undo(event.pk, moderator=moderator)
    again = Comment.objects.waiting()
    assert {comment.urgency for comment in again} == {WAS_PUBLISHED}
    assert one_of_each(again).get() == comments[0]
    found = alike_of([comments[0]], among=Comment.objects.all())[cluster.pk]
    assert len(found.seen) == 3


def test_a_cluster_says_how_many_wait_and_what_became_of_the_others(post, cluster):
    comment = make_alike(post, cluster, 2)[0]
    make_alike(post, cluster, 3, status=CommentStatus.PUBLISHED)
    make_alike(post, cluster, 1, status=CommentStatus.SPAM)
    found = alike_of([comment], among=Comment.objects.all())[cluster.pk]
    assert (found.waiting, found.decided) == (2, (("Published", 3), ("Spam", 1)))
    assert found.others == 5


def test_what_was_seen_of_each_is_its_last_event(post, cluster, moderator):
    comments = make_alike(post, cluster, 2, status=CommentStatus.SPAM)
    moderation.hold(comments[0].pk, make_ruling(comments[0], moderator))
    comments += make_alike(post, cluster, 1)
    found = alike_of(comments, among=Comment.objects.all())[cluster.pk]
    assert set(found.seen) == {seen_of(comments[0]), seen_of(comments[2])}
    pairs = {f"{number}.{event}" for number, event in found.seen}
    assert set(found.seen_in_one_value.split()) == pairs


def test_what_has_to_be_read_first_is_counted_apart(post, cluster):
    make_alike(post, cluster, 2)
    comment = make_alike(post, cluster, 1, evidence=[{"sign": "personal_data"}])[0]
    found = alike_of([comment], among=Comment.objects.all())[cluster.pk]
    assert (len(found.seen), found.publishable, found.needs_reading) == (3, 2, 1)


def test_one_decision_is_for_so_many_at_once_and_the_first_come_first(post, cluster, monkeypatch):
    monkeypatch.setattr(alike, "MAX_AT_ONCE", 2)
    comments = sorted(make_alike(post, cluster, 3), key=lambda comment: comment.pk)
    found = alike_of(comments, among=Comment.objects.all())[cluster.pk]
    assert (found.waiting, list(found.seen)) == (3, [seen_of(one) for one in comments[:2]])


def test_of_several_kinds_each_has_its_own_first_ones(post, cluster, monkeypatch):
    monkeypatch.setattr(alike, "MAX_AT_ONCE", 2)
    other = Cluster.objects.create(sketch=b"")
    comments = [*make_alike(post, cluster, 3), *make_alike(post, other, 2)]
    make_alike(post, cluster, 1, urgency=40, created_at=SAID_AT - timedelta(days=1))
    found = alike_of(comments, among=Comment.objects.all())
    assert [len(found[each.pk].seen) for each in (cluster, other)] == [2, 2]


def test_a_comment_that_is_like_no_other_has_nothing_alike(post, cluster):
    assert alike_of(make_alike(post, cluster, 1), among=Comment.objects.all()) == {}
    assert alike_of([make_comment(post)], among=Comment.objects.all()) == {}


def test_clusters_cost_the_same_however_many_they_are(post, django_assert_num_queries):
    comments = [make_alike(post, Cluster.objects.create(sketch=b""), 2)[0] for _ in range(3)]
    with django_assert_num_queries(2):
        assert len(alike_of(comments, among=Comment.objects.all())) == 3


def test_what_is_urgent_is_decided_by_itself(post, cluster):
    comment = make_alike(post, cluster, 2)[0]
    make_alike(post, cluster, 1, urgency=40)
    found = alike_of([comment], among=Comment.objects.all())[cluster.pk]
    assert (found.waiting, len(found.seen)) == (3, 2)
