import uuid

import pytest
from django.db import IntegrityError, transaction

from comments.models import Comment, ModerationEvent, rows
from comments.states import Action, CommentStatus
from tests.comments.factories import SAID_AT, make_comment

pytestmark = pytest.mark.django_db


def event(comment, **fields):
    given = {"action": Action.KEEP, "from_status": "published", "to_status": "published"}
    return ModerationEvent(comment=comment, created_at=SAID_AT, **(given | fields))


def test_a_row_has_what_is_its_own_and_else_what_its_pattern_has(post):
    one, other = make_comment(post), make_comment(post)
    batch = uuid.uuid4()
    patterns = [event(one), event(one, batch=batch)]
    rows.insert(patterns, ("comment",), [(1, (other.pk,)), (0, (other.pk,))])
    first, second = ModerationEvent.objects.filter(comment=other, action=Action.KEEP)
    assert (first.batch, second.batch) == (batch, None)
    assert {first.created_at, second.created_at} == {SAID_AT}


def test_moments_of_ones_own_are_kept(post):
    likeness = Comment(page=post, status=CommentStatus.PUBLISHED, body="Words")
    rows.insert([likeness], ("id", "created_at"), [(0, (77, SAID_AT))])
    comment = Comment.objects.get(pk=77)
    assert (comment.created_at, comment.body, comment.shows) == (SAID_AT, "Words", True)


def test_more_rows_than_are_handed_over_together_are_all_written(post, monkeypatch):
    monkeypatch.setattr(rows, "AT_ONCE", 2)
    likeness = Comment(page=post, status=CommentStatus.PUBLISHED)
    rows.insert([likeness], ("id",), ((0, (number,)) for number in range(1, 6)))
    assert set(Comment.objects.values_list("pk", flat=True)) == {1, 2, 3, 4, 5}


def test_the_rules_of_the_database_hold(post):
    likeness = Comment(page=post, status=CommentStatus.REMOVED)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert([likeness], ("id",), [(0, (1,))])


def test_nothing_comes_of_no_pattern():
    rows.insert([], ("id",), [])
    assert not Comment.objects.exists()
