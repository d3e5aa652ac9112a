"""The door for imported comments: what another blog kept comes in with its state and its date.

Nothing is decided here and nobody is told: an importer knows the state, and the log says `import`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from comments import clusters, conf, effects, rendering, threads
from comments.models import BodyFormat, Comment, ModerationEvent, rows
from comments.models.comment import random_number
from comments.states import VISIBLE, Action, CommentStatus, RemovedBy

# The two enumerations are part of the door: who brings a comment in must say its state.
__all__ = [
    "ArchivedComment",
    "CommentStatus",
    "ParentLoop",
    "Placed",
    "RemovedBy",
    "add",
    "add_many",
    "add_patterned",
    "set_parent",
    "update",
    "was_decided_here",
]

BATCH = 1_000  # rows of one statement
# What is a comment's own where many follow one pattern.
OWN = ("id", "page", "parent", "root", "created_at", "has_shown_reply")


@dataclass(frozen=True, kw_only=True)
class ArchivedComment:
    """One comment as the old blog had it.

    `body_html` is the source's HTML, not yet sanitised; it must be empty for a removed comment.
    `removed_by` is a `RemovedBy` value if and only if the status is REMOVED.
    `legacy_anchor` is the old fragment, as in "c301", which the page keeps as a target.
    `evidence` is what a filter found, for moderators: pairs of a sign and its detail.
    `cluster_id` is of those that say nearly the same, where `add_patterned` has to be told.
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
    cluster_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """One of very many comments: what it says and how it stands is a pattern's, by its place.

    `answers` is the place of the one that it answers among those before it.
    """

    pattern: int
    page_id: int
    created_at: datetime
    answers: int | None = None


class ParentLoop(ValueError):
    """A comment would answer itself, by way of its own replies."""


def add(archived: ArchivedComment) -> Comment:
    """Create the comment and its first event in one transaction, and return it."""
    with transaction.atomic():
        comment = _unsaved(archived)
        if archived.parent_id is not None:
            comment.root_id = _top_of(Comment.objects.get(pk=archived.parent_id))
        comment.save(force_insert=True)
        event = _first_event(comment)
        event.save()
        effects.record(event)
    return comment


def add_many(comments: Sequence[tuple[ArchivedComment, int | None]]) -> list[Comment]:
    """Create many comments at once, each with its first event, in one transaction.

    Beside each stands which one of them it answers, by its place in the sequence, which must be
    an earlier place; `parent_id` is left aside.
    """
    made: list[Comment] = []
    for archived, answered in comments:
        comment = _unsaved(archived)
        comment.parent_id = comment.root_id = None
        if answered is not None:
            parent = made[answered]
            comment.parent_id, comment.root_id = parent.pk, _top_of(parent)
        made.append(comment)
    # By number, for the index of words is many times faster so; the database checks parents last.
    by_number = sorted(made, key=lambda comment: comment.pk)
    with transaction.atomic():
        Comment.objects.bulk_create(by_number, batch_size=BATCH)
        ModerationEvent.objects.bulk_create(map(_first_event, made), batch_size=BATCH)
        for page_id in sorted({comment.page_id for comment in made}):
            threads.settle_page(page_id)
            effects.touch(page_id)
        _group(made)
    return made


def add_patterned(patterns: Sequence[ArchivedComment], placed: Sequence[Placed]) -> None:
    """Create very many comments, each with its first event, in one transaction; for drills.

    As `add_many`, for comments of which many say the same: each pattern is sanitised once, and the
    rows are written without an object for each. The events are as old as the comments.
    """
    likeness = [_unsaved(pattern) for pattern in patterns]
    numbers = [random_number() for _each in placed]
    answered = _answered(placed, likeness)
    tops: list[int] = []
    said: list[rows.Row] = []
    for place, (number, each) in enumerate(zip(numbers, placed, strict=True)):
        above, top = None, number
        if each.answers is not None:
            above, top = numbers[each.answers], tops[each.answers]
        tops.append(top)
        root = top if above else None
        own = (number, each.page_id, above, root, each.created_at, place in answered)
        said.append((each.pattern, own))
    said.sort(key=lambda row: row[1][0])
    with transaction.atomic():
        rows.insert(likeness, OWN, said)
        began = [_first_event(each) for each in likeness]
        rows.insert(began, ("comment", "created_at"), ((at, (own[0], own[4])) for at, own in said))
        for page_id in sorted({each.page_id for each in placed}):
            effects.touch(page_id)


def update(comment_id: int, archived: ArchivedComment) -> Comment:
    """Bring words, names and dates of an imported comment up to date; its status stays.

    Only for comments on which nobody has decided here: ask `was_decided_here` first.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment_id)
        for field, value in _owned_fields(archived).items():
            setattr(comment, field, value)
        comment.created_at = archived.created_at
        comment.save()
        effects.touch(comment.page_id)
        _group([comment])
    return comment


def set_parent(comment_id: int, parent_id: int) -> None:
    """Hang an imported comment, and all that answers it, below its parent, once that is in too.

    Raises `ParentLoop` when the parent already hangs below the comment, and `DoesNotExist`
    when it does not stand on the same page.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=comment_id)
        parent = Comment.objects.get(pk=parent_id, page_id=comment.page_id)
        earlier_id = comment.parent_id
        moving = [comment.pk, *_below(comment)]
        if parent.pk in moving:
            raise ParentLoop(comment_id, parent_id)
        Comment.objects.filter(pk=comment_id).update(parent=parent, root_id=_top_of(parent))
        for start in range(1, len(moving), BATCH):
            below = Comment.objects.filter(pk__in=moving[start : start + BATCH])
            below.update(root_id=_top_of(parent))
        threads.settle(earlier_id)
        threads.settle(parent.pk)
        effects.touch(comment.page_id)


def _top_of(parent: Comment) -> int:
    """The number of the comment with which the conversation of an answer to `parent` begins."""
    return int(parent.root_id or parent.pk)


def _below(comment: Comment) -> list[int]:
    """The numbers of all comments that answer it, and of those that answer them."""
    if comment.root_id is None:
        return list(Comment.objects.filter(root=comment).values_list("pk", flat=True))
    answers: defaultdict[int | None, list[int]] = defaultdict(list)
    conversation = Comment.objects.filter(root_id=comment.root_id)
    for number, parent_id in conversation.values_list("pk", "parent_id"):
        answers[parent_id].append(number)
    found = list(answers[comment.pk])
    for number in found:  # which grows on the way
        found.extend(answers[number])
    return found


def was_decided_here(comment_id: int) -> bool:
    """Whether anything but the import has happened to the comment in this newsroom."""
    return (
        ModerationEvent.objects.filter(comment_id=comment_id).exclude(action=Action.IMPORT).exists()
    )


def _group(comments: Iterable[Comment]) -> None:
    """Put those that wait with what is alike, so that a moderator decides on all at once."""
    for comment in comments:
        if comment.status == CommentStatus.PENDING:
            clusters.join(comment, clusters.words_of(comment), now=timezone.now())


def _answered(placed: Sequence[Placed], likeness: Sequence[Comment]) -> set[int]:
    """The places of all below which something is visible, as `threads.settle_page` sees it."""
    answered: set[int] = set()
    for each in placed:
        above = each.answers if likeness[each.pattern].status in VISIBLE else None
        while above is not None and above not in answered:
            answered.add(above)
            above = placed[above].answers
    return answered


def _unsaved(archived: ArchivedComment) -> Comment:
    return Comment(
        page_id=archived.page_id,
        parent_id=archived.parent_id,
        status=archived.status,
        removed_by=archived.removed_by,
        legacy_anchor=archived.legacy_anchor,
        evidence=[{"sign": sign, "detail": detail} for sign, detail in archived.evidence],
        created_at=archived.created_at,
        cluster_id=archived.cluster_id,
        **_owned_fields(archived),
    )


def _first_event(comment: Comment) -> ModerationEvent:
    return ModerationEvent(
        comment=comment,
        action=Action.IMPORT,
        from_status="",
        to_status=comment.status,
        removed_by=comment.removed_by,
        created_at=timezone.now(),
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
