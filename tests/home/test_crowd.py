import time

import pytest
from django.utils import timezone

from comments.models import Comment, ModerationEvent
from comments.states import CommentStatus
from home.demo.crowd import Crowd, make_crowd
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def newsroom():
    return make_newsroom()


def make(**numbers):
    wanted = {"posts": 1, "published": 0, "waiting": 0, "spam": 0} | numbers
    return make_crowd(Crowd(**wanted), now=timezone.now())


def test_as_many_are_made_as_were_asked_for_on_all_posts_alike():
    posts = make(posts=3, published=10, waiting=5, spam=4)
    found = {s: Comment.objects.filter(status=s).count() for s in CommentStatus}
    assert found == {"published": 10, "pending": 5, "spam": 4, "removed": 0, "trashed": 0}
    assert sorted(Comment.objects.filter(page=post).count() for post in posts) == [5, 6, 8]
    assert ModerationEvent.objects.count() == 19


def test_a_second_crowd_comes_to_the_same_posts(newsroom):
    own = make_post(newsroom)
    first, second = make(posts=2, published=4), make(posts=2, published=4)
    assert [post.pk for post in first] == [post.pk for post in second]
    assert Comment.objects.count() == 8
    assert not Comment.objects.filter(page=own).exists()


def test_only_published_comments_are_answered():
    make(published=20, waiting=20, spam=20, answers=1.0)
    assert Comment.objects.filter(parent=None).count() == 1
    statuses = Comment.objects.exclude(parent=None).values_list("parent__status", flat=True)
    assert set(statuses) == {"published"}


def test_a_chain_is_as_deep_as_it_is_long():
    make(published=20, answers=1.0, is_chain=True)
    comments = Comment.objects.oldest_first()
    assert [c.parent_id for c in comments[1:]] == [c.pk for c in comments[:19]]
    assert len(set(comments[1:].values_list("root_id", flat=True))) == 1


def test_some_of_those_that_wait_say_the_same():
    make(waiting=10, alike=6)
    bodies = Comment.objects.values_list("body", flat=True)
    assert sum("call the board" in body for body in bodies) == 6
    alike = Comment.objects.filter(cluster__isnull=False)
    assert all("call the board" in comment.body for comment in alike)
    assert (alike.count(), alike.values("cluster").distinct().count()) == (6, 1)


def test_a_thousand_take_a_few_seconds_at_most():
    began = time.process_time()
    make(published=1_000)
    assert time.process_time() - began < 6  # 10,000 in a minute
