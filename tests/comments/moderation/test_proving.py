import pytest

from comments import intake, moderation
from comments.models import Block, BlockKind, Comment, ModerationMode, Writer
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling, make_submission


@pytest.fixture
def known(post, moderator):
    """A writer with one approved comment."""
    writer = Writer.objects.create()
    approved = make_comment(post, status=CommentStatus.PENDING, writer=writer)
    moderation.approve(approved.pk, make_ruling(approved, moderator))
    return writer


def waiting(post, writer, body="I will come, too."):
    comment = intake.submit_comment(make_submission(post, body), page=post)
    Comment.objects.filter(pk=comment.pk).update(writer=writer)
    return comment


def status_after(comment):
    event = moderation.publish_if_known(comment.pk)
    comment.refresh_from_db()
    return comment.status, event and event.action


def test_who_turns_out_to_be_known_need_not_wait(post, known):
    published = (CommentStatus.PUBLISHED, Action.PROVE)
    assert status_after(waiting(post, known)) == published


def test_a_stranger_who_confirms_an_address_is_still_one(post):
    assert status_after(waiting(post, Writer.objects.create())) == (CommentStatus.PENDING, None)


def test_what_a_check_holds_a_person_reads(post, known):
    comment = waiting(post, known, "See https://example.org")
    assert status_after(comment) == (CommentStatus.PENDING, None)


def test_where_everything_is_held_nobody_is_an_exception(newsroom, post, known):
    post.comment_mode = ModerationMode.HOLD_ALL
    post.save()
    assert status_after(waiting(post, known)) == (CommentStatus.PENDING, None)


def test_what_a_person_has_decided_stays(post, known, moderator):
    comment = waiting(post, known)
    moderation.trash(comment.pk, make_ruling(comment, moderator))
    assert status_after(comment) == (CommentStatus.TRASHED, None)


def test_what_was_put_on_the_block_list_meanwhile_waits(post, known):
    comment = waiting(post, known, "Come to the rally.")
    Block.objects.create(kind=BlockKind.PHRASE, value="rally", shown="rally", reason="raid")
    assert status_after(comment) == (CommentStatus.PENDING, None)
