import pytest

from comments import moderation, receipts
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling


def test_the_same_key_has_the_same_secret_of_256_bits():
    secret = receipts.secret_for("k")
    assert secret == receipts.secret_for("k")
    assert len(bytes.fromhex(secret)) == 32


def test_another_key_or_another_server_has_another_secret(settings):
    secret = receipts.secret_for("k")
    assert secret != receipts.secret_for("l")
    settings.SECRET_KEY = "another"
    assert secret != receipts.secret_for("k")


def test_a_receipt_is_found_by_its_secret_alone(post):
    comment = make_comment(post, receipt_digest=receipts.digest("s"))
    assert receipts.find("s") == comment
    assert receipts.find(comment.receipt_digest) is None


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.SPAM])
def test_waiting_and_binned_read_the_same_until_a_person_decides(post, status):
    assert receipts.public_status(make_comment(post, status=status)) == CommentStatus.PENDING


def test_after_a_person_decided_the_outcome_is_named(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.ACTS[Action.MARK_SPAM](comment.pk, make_ruling(comment, moderator))
    comment.refresh_from_db()
    assert receipts.public_status(comment) == CommentStatus.SPAM


def test_a_decision_that_was_undone_is_none(post, moderator):
    comment = make_comment(post, status=CommentStatus.SPAM)
    event = moderation.approve(comment.pk, make_ruling(comment, moderator))
    moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    assert receipts.public_status(comment) == CommentStatus.PENDING


def test_a_decision_stands_when_the_account_of_who_made_it_is_gone(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    moderator.delete()
    comment.refresh_from_db()
    assert receipts.public_status(comment) == CommentStatus.SPAM
