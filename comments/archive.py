"""The door for imported comments: what another blog kept comes in with its state and its date.

Nothing is decided here and nobody is told: an importer knows the state, and the log says `import`.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from comments import conf, effects, rendering
from comments.models import BodyFormat, Comment, ModerationEvent
from comments.states import Action, CommentStatus, RemovedBy

# The two enumerations are part of the door: who brings a comment in must say its state.
__all__ = [
    "ArchivedComment",
    "CommentStatus",
    "ParentLoop",
    "RemovedBy",
    "add",
    "set_parent",
    "update",
    "was_decided_here",
]


@dataclass(frozen=True, kw_only=True)
class ArchivedComment:
    """One comment as the old blog had it.

    `body_html` is the source's HTML, not yet sanitised; it must be empty for a removed comment.
    `removed_by` is a `RemovedBy` value if and only if the status is REMOVED.
    `legacy_anchor` is the old fragment, as in "c301", which the page keeps as a target.
    `evidence` is what a filter found, for moderators: pairs of a sign and its detail.
    """

    page_id: int
    parent_id: int | None
    author_name: str
    body_html: str
    created_at: datetime
    status: CommentStatus
    removed_by: str = ""
    author_website: str = ""
    author_email: str = ""
    is_post_author: bool = False
    edited_at: datetime | None = None
    legacy_anchor: str = ""
    evidence: tuple[tuple[str, str], ...] = ()


class ParentLoop(ValueError):
    """A comment would answer itself, by way of its own replies."""


def add(archived: ArchivedComment) -> Comment:
    """Create the comment and its first event in one transaction, and return it."""
    with transaction.atomic():
        comment = Comment.objects.create(
            page_id=archived.page_id,
            parent_id=archived.parent_id,
            status=archived.status,
            removed_by=archived.removed_by,
            legacy_anchor=archived.legacy_anchor,
            evidence=[{"sign": sign, "detail": detail} for sign, detail in archived.evidence],
            created_at=archived.created_at,
            **_owned_fields(archived),
        )
        event = ModerationEvent.objects.create(
            comment=comment,
            action=Action.IMPORT,
            from_status="",
            to_status=comment.status,
            removed_by=comment.removed_by,
            created_at=timezone.now(),
        )
        effects.record(event)
    return comment


def update(comment_id: int, archived: ArchivedComment) -> Comment:
    """Bring words, names and dates of an imported comment up to date; its status stays.

    Only for comments on which nobody has decided here: ask `was_decided_here` first.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment_id)
        for field, value in _owned_fields(archived).items():
            setattr(comment, field, value)
        comment.created_at = archived.created_at
        comment.save()
        effects.touch(comment.page_id)
    return comment


def set_parent(comment_id: int, parent_id: int) -> None:
    """Hang an imported comment below its parent, once that has come in too.

    Raises `ParentLoop` when the parent already hangs below the comment, and `DoesNotExist`
    when it does not stand on the same page.
    """
    above: int | None = parent_id
    while above is not None:
        if above == comment_id:
            raise ParentLoop(comment_id, parent_id)
        above = Comment.objects.values_list("parent_id", flat=True).get(pk=above)
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment_id)
        comment.parent = Comment.objects.get(pk=parent_id, page_id=comment.page_id)
        comment.save(update_fields=["parent"])
        effects.touch(comment.page_id)


def was_decided_here(comment_id: int) -> bool:
    """Whether anything but the import has happened to the comment in this newsroom."""
    return (
        ModerationEvent.objects.filter(comment_id=comment_id).exclude(action=Action.IMPORT).exists()
    )


def _owned_fields(archived: ArchivedComment) -> dict[str, object]:
    return {
        "author_name": rendering.clean_name(archived.author_name)[: conf.MAX_NAME_CHARACTERS],
        "author_website": archived.author_website,
        "author_email": archived.author_email,
        "is_post_author": archived.is_post_author,
        "body": archived.body_html,
        "body_format": BodyFormat.HTML,
        "body_html": rendering.clean_html(archived.body_html),
        "pipeline_version": rendering.PIPELINE_VERSION,
        "edited_at": archived.edited_at,
    }
