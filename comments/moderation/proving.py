"""A stranger's comment whose writer turns out to be known: nobody needs to read it first."""

from django.db import transaction
from django.utils import timezone

from comments import blocks, standing
from comments.models import Comment, ModerationEvent, ModerationMode
from comments.moderation.transition import Standing, transition
from comments.rules import rules_for
from comments.states import Action, CommentStatus, Reason


def publish_if_known(comment_id: int) -> ModerationEvent | None:
    """Publish a comment that waits only because its writer was a stranger when it came in.

    Call it when an identity has been proven since, as by a confirmed address. None when a person
    or a check asked to read it, when everything is held, or when the writer is banned or not known.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment_id)
        is_free = _waits_as_a_strangers(comment) and not _is_refused_now(comment)
        if not (is_free and _is_known_now(comment)):
            return None
        published = Standing(CommentStatus.PUBLISHED)
        return transition(comment_id, Action.PROVE, lambda comment: published, ruling=None)


def _waits_as_a_strangers(comment: Comment) -> bool:
    latest = comment.events.latest("pk")
    was_just_sent = latest.action == Action.SUBMIT and latest.reason == Reason.FIRST_COMMENT
    return comment.status == CommentStatus.PENDING and was_just_sent


def _is_refused_now(comment: Comment) -> bool:
    """Whether something in it was blocked, or whoever wrote it was banned, since it came in."""
    now = timezone.now()
    is_blocked = blocks.current(now).find(blocks.said_in(comment)) is not None
    return is_blocked or blocks.ban_on(blocks.who_wrote(comment), now=now) is not None


def _is_known_now(comment: Comment) -> bool:
    rules = rules_for(comment.page.specific, now=timezone.now())
    if rules.mode != ModerationMode.HOLD_STRANGERS or comment.writer is None:
        return False
    return standing.is_known(
        comment.writer, approvals_needed=rules.settings.approvals_needed, besides=comment.pk
    )
