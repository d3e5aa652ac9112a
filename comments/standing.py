"""Who is known here: writers who proved to be the same one, and whose comments were approved.

A typed name or address proves nothing. The receipt of an earlier comment does, for only its
writer has it, and so does a link that came to a confirmed address.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils.crypto import salted_hmac

from comments import receipts
from comments.models import Comment, ModerationEvent, Writer
from comments.states import Action, CommentStatus, RemovedBy
from comments.submission import NO_COMMENT, Submission

SALT = "comments.standing"


def writer_of(submission: Submission) -> Writer | None:
    """The proven writer of a submission, or None for a stranger.

    Showing an earlier receipt ties that comment and this one to one writer.
    """
    if submission.revises:
        comment = Comment.objects.select_related("writer").filter(pk=submission.revises).first()
    else:
        comment = receipts.find(submission.earlier_receipt) if submission.earlier_receipt else None
    if comment is None:
        return None
    return comment.writer or _first_writer(comment)


def is_known(writer: Writer, *, approvals_needed: int, besides: int = NO_COMMENT) -> bool:
    """Whether as many comments were approved by a person, and none was removed or binned.

    Standing falls with a removal, and comes back when the removal is undone; the trash, where
    a moderator or the author may put the comment afterwards, hides nothing. `besides` is the
    number of a comment that does not count: nobody is known by the very one that they change.
    """
    comments = Comment.objects.filter(writer=writer).exclude(pk=besides)
    if comments.filter(_has_fallen()).exists():
        return False
    approvals = ModerationEvent.objects.filter(comment=OuterRef("pk"), action=Action.APPROVE)
    approved = comments.published().filter(Exists(approvals))
    return approved.count() >= approvals_needed


def _has_fallen() -> Q:
    bad = Q(to_status=CommentStatus.SPAM) | Q(removed_by=RemovedBy.ADMINISTRATOR)
    earlier = ModerationEvent.objects.filter(bad, comment=OuterRef("pk"), undone_by=None)
    is_gone = Q(status=CommentStatus.TRASHED) & Q(Exists(earlier))
    return Q(status=CommentStatus.SPAM) | Q(removed_by=RemovedBy.ADMINISTRATOR) | is_gone


def prove_email(comment: Comment, *, email: str) -> None:
    """The writer of a comment has confirmed an address: all comments proven by it are one's own."""
    writer, _ = Writer.objects.get_or_create(email_digest=email_digest(email))
    earlier = comment.writer
    if earlier is None:
        Comment.objects.filter(pk=comment.pk).update(writer=writer)
    elif earlier != writer:
        Comment.objects.filter(writer=earlier).update(writer=writer)


def email_digest(email: str) -> str:
    """A keyed digest of an address: the same for the same address here, and nowhere else."""
    return salted_hmac(SALT, email.strip().casefold(), algorithm="sha256").hexdigest()


def _first_writer(comment: Comment) -> Writer:
    writer = Writer.objects.create()
    Comment.objects.filter(pk=comment.pk, writer=None).update(writer=writer)
    return writer
