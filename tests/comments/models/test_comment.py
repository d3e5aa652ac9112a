import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from comments.models import Comment
from comments.models.comment import LARGEST_EXACT_JAVASCRIPT_INTEGER, random_number
from comments.states import CommentStatus, RemovedBy
from tests.comments.factories import make_comment


def write(comment, **fields):
    with transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**fields)


@pytest.mark.parametrize(
    "bad",
    [
        {"status": "approved"},
        {"status": CommentStatus.REMOVED},
        {"removed_by": RemovedBy.AUTHOR},
        {"status": CommentStatus.REMOVED, "removed_by": "somebody"},
        {"body_format": "word"},
    ],
)
def test_the_database_refuses_an_impossible_row(post, bad):
    comment = make_comment(post)
    with pytest.raises(IntegrityError):
        write(comment, **bad)


def test_the_database_refuses_a_comment_that_answers_itself(post):
    comment = make_comment(post)
    with pytest.raises(IntegrityError):
        write(comment, parent=comment)


@pytest.mark.parametrize("field", ["submission_key", "receipt_digest"])
def test_the_database_refuses_a_key_twice(post, field):
    make_comment(post, **{field: "k"})
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(post, **{field: "k"})


def test_comments_without_a_key_do_not_collide(post):
    make_comment(post)
    make_comment(post)


def test_a_page_with_comments_is_not_deleted_under_them(post):
    make_comment(post)
    with pytest.raises(ProtectedError):
        post.delete()


def test_a_comment_with_replies_is_not_deleted_under_them(post):
    parent = make_comment(post)
    make_comment(post, parent=parent)
    with pytest.raises(ProtectedError):
        parent.delete()


def test_numbers_are_random_and_exact_in_javascript():
    numbers = {random_number() for _number in range(1000)}
    assert len(numbers) == 1000
    assert all(0 < number <= LARGEST_EXACT_JAVASCRIPT_INTEGER for number in numbers)


def test_the_querysets_adjectives(post):
    late = make_comment(post, status=CommentStatus.PENDING, created_at="2012-02-02T00:00Z")
    early = make_comment(post, created_at="2012-02-01T00:00Z")
    assert list(Comment.objects.waiting()) == [late]
    assert list(Comment.objects.published()) == [early]
    assert list(Comment.objects.oldest_first()) == [early, late]
    assert list(Comment.objects.newest_first()) == [late, early]


def test_its_name_in_the_logs_holds_no_words(post):
    comment = make_comment(post, "unutterable")
    assert str(comment) == f"comment {comment.pk} on page {post.pk}"
