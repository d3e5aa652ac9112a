import pytest

from comments import moderation, receipts, standing
from comments.models import Comment, Writer
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling, make_submission


@pytest.fixture
def writer(db):
    return Writer.objects.create()


def approved(post, moderator, **fields):
    comment = make_comment(post, status=CommentStatus.PENDING, **fields)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    return comment


def knows(writer, needed=1, **options):
    return standing.is_known(writer, approvals_needed=needed, **options)


def test_a_stranger_has_no_writer(post):
    make_comment(post, author_name="Ana", receipt_digest=receipts.digest("s"))
    assert standing.writer_of(make_submission(post, author_name="Ana")) is None
    assert not Writer.objects.exists()


def test_an_earlier_receipt_ties_both_comments_to_one_writer(post):
    comment = make_comment(post, receipt_digest=receipts.digest("s"))
    found = standing.writer_of(make_submission(post, earlier_receipt="s"))
    assert Comment.objects.get(pk=comment.pk).writer == found
    assert standing.writer_of(make_submission(post, earlier_receipt="s")) == found


def test_a_typed_address_proves_nothing(post, moderator, writer):
    Writer.objects.filter(pk=writer.pk).update(
        email_digest=standing.email_digest("ana@example.org")
    )
    approved(post, moderator, writer=writer)
    assert standing.writer_of(make_submission(post, author_email="ana@example.org")) is None


def test_an_approved_comment_makes_known(post, moderator, writer):
    assert not knows(writer)
    approved(post, moderator, writer=writer)
    assert knows(writer)
    assert not knows(writer, needed=2)


def test_what_appeared_by_itself_makes_nobody_known(post, writer):
    make_comment(post, writer=writer)
    assert not knows(writer)


def test_nobody_is_known_by_the_comment_that_they_change(post, moderator, writer):
    comment = approved(post, moderator, writer=writer)
    assert not knows(writer, besides=comment.pk)


def test_standing_falls_with_a_removal_and_rises_with_its_undoing(post, moderator, writer):
    approved(post, moderator, writer=writer)
    bad = approved(post, moderator, writer=writer)
    event = moderation.remove(bad.pk, make_ruling(bad, moderator, reason=Reason.ABUSE))
    assert not knows(writer)
    moderation.undo(event.pk, moderator=moderator)
    assert knows(writer)


def test_spam_ends_standing(post, moderator, writer):
    approved(post, moderator, writer=writer)
    make_comment(post, status=CommentStatus.SPAM, writer=writer)
    assert not knows(writer)


def test_what_was_binned_counts_after_its_author_took_it_back(post, moderator, writer):
    approved(post, moderator, writer=writer)
    bad = make_comment(post, status=CommentStatus.PENDING, writer=writer)
    moderation.mark_spam(bad.pk, make_ruling(bad, moderator))
    moderation.withdraw(bad.pk, keeps_name=False)
    assert not knows(writer)


def test_what_a_filter_binned_counts_after_its_author_took_it_back(post, moderator, writer):
    approved(post, moderator, writer=writer)
    bad = make_comment(post, status=CommentStatus.SPAM, writer=writer)
    moderation.withdraw(bad.pk, keeps_name=False)
    assert not knows(writer)


def test_a_removal_counts_when_the_comment_went_to_the_trash_after_it(post, moderator, writer):
    approved(post, moderator, writer=writer)
    bad = approved(post, moderator, writer=writer)
    moderation.remove(bad.pk, make_ruling(bad, moderator, reason=Reason.ABUSE))
    moderation.trash(bad.pk, make_ruling(bad, moderator))
    assert not knows(writer)


def test_standing_comes_back_when_what_was_binned_is_approved(post, moderator, writer):
    approved(post, moderator, writer=writer)
    bad = make_comment(post, status=CommentStatus.SPAM, writer=writer)
    moderation.trash(bad.pk, make_ruling(bad, moderator))
    moderation.restore(bad.pk, make_ruling(bad, moderator))
    moderation.approve(bad.pk, make_ruling(bad, moderator))
    assert knows(writer)


def test_taking_ones_own_words_back_does_not(post, moderator, writer):
    approved(post, moderator, writer=writer)
    own = approved(post, moderator, writer=writer)
    moderation.withdraw(own.pk, keeps_name=False)
    assert knows(writer)


def test_a_confirmed_address_ties_comments_together(post, moderator):
    first, second = make_comment(post), make_comment(post)
    standing.prove_email(first, email="Ana@example.org")
    standing.prove_email(second, email="ana@example.org ")
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.writer == second.writer
    assert "ana" not in first.writer.email_digest


def test_a_confirmed_address_takes_the_comments_of_a_receipt_along(post, writer):
    first, second = make_comment(post, writer=writer), make_comment(post, writer=writer)
    standing.prove_email(first, email="ana@example.org")
    second.refresh_from_db()
    assert second.writer.email_digest == standing.email_digest("ana@example.org")
