"""What an author takes back: the words go at once and for good."""

from django.db import transaction

from comments import clusters, effects
from comments.learning import labels
from comments.models import BulkJob, Comment, Explanation, ModerationEvent
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.states import Action, CommentStatus, RemovedBy

WORDS = ("body", "body_html", "body_digest", "author_website", "author_email", "language")
SHOWN_OR_WAITING = (CommentStatus.PUBLISHED, CommentStatus.PENDING)


def withdraw(comment_id: int, *, keeps_name: bool) -> ModerationEvent | None:
    """Take back a comment for its author: its words are erased, and its name unless kept.

    What was ever public leaves a tombstone; what never was leaves no trace. Nobody can undo it,
    for there is nothing left to bring back. None when it was withdrawn before; then a name that
    was kept may still go.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment_id)
        if comment.events.filter(action=Action.WITHDRAW).exists():
            erase_words(comment, keeps_name=keeps_name)
            effects.touch(comment.page_id)
            return None
        event = transition(comment_id, Action.WITHDRAW, _after_withdrawal, ruling=None)
        erase_words(event.comment, keeps_name=keeps_name)
    return event


def _after_withdrawal(comment: Comment) -> Standing:
    was_public = comment.events.filter(to_status=CommentStatus.PUBLISHED).exists()
    if comment.status in SHOWN_OR_WAITING and was_public:
        return Standing(CommentStatus.REMOVED, RemovedBy.AUTHOR)
    if comment.status in (CommentStatus.PENDING, CommentStatus.SPAM):
        return Standing(CommentStatus.TRASHED)
    return where_it_stands(comment)  # removed or trashed already: only its words go


def erase_words(comment: Comment, *, keeps_name: bool) -> None:
    """Erase what it says and said, and what the filter knows of it; in the act's transaction."""
    comment.versions.all().delete()
    _erase_beside(comment)
    if not keeps_name:
        comment.author_name = ""
    for name in WORDS:
        setattr(comment, name, "")
    comment.evidence, comment.edited_at = [], None
    comment.save(update_fields=[*WORDS, "author_name", "evidence", "edited_at"])
    clusters.leave(comment)  # before what the filter knows: every act locks them in this order
    labels.forget(Comment.objects.filter(pk=comment.pk))


def _erase_beside(comment: Comment) -> None:
    """What others wrote about it may quote the words. That it was reported stays."""
    Explanation.objects.filter(event__comment_id=comment.pk).delete()
    comment.notes.all().delete()
    comment.reports.update(words="")
    # What is under way is needed for others still; it is emptied when it has ended (`carrying`).
    BulkJob.objects.filter(items__comment_id=comment.pk, ended_at__isnull=False).update(
        explanation=""
    )
