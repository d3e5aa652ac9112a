"""The words of a comment: putting others in their place, and keeping what was there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from comments import spam_context
from comments.models import Comment, CommentVersion, VersionState


class Words(Protocol):
    """What a comment and a version of one share."""

    body: str
    body_html: str
    pipeline_version: int
    evidence: list[Any]  # Any: rows as JSON
    score: float
    verdict: str
    filter_version: int


@dataclass(frozen=True, kw_only=True)
class NewWords:
    """Words that were just judged."""

    body: str
    body_html: str
    pipeline_version: int
    evidence: list[dict[str, str]]
    score: float
    verdict: str
    filter_version: int


def put_words(comment: Comment, words: Words | NewWords, *, at: datetime) -> None:
    """Let a comment say this, since `at`. Call it in the act's transaction."""
    for name in NewWords.__dataclass_fields__:
        setattr(comment, name, getattr(words, name))
    comment.body_digest = spam_context.body_digest(words.body)
    comment.edited_at = at
    comment.language = None  # the worker tells it anew
    changed = [*NewWords.__dataclass_fields__, "body_digest", "edited_at", "language"]
    comment.save(update_fields=changed)


def keep_version(comment: Comment, *, at: datetime) -> None:
    """Keep what the comment says now, before other words take its place."""
    _version(comment, comment, VersionState.REPLACED, settled_at=at)


def give_up_waiting(comment: Comment, *, at: datetime) -> None:
    """Whatever waits for a moderator is not what its author wants to say any more."""
    waiting = comment.versions.filter(state=VersionState.WAITING)
    waiting.update(state=VersionState.REPLACED, settled_at=at)


def propose(comment: Comment, words: NewWords, *, at: datetime) -> None:
    """Let words wait for a moderator; whatever waited before is replaced by them."""
    give_up_waiting(comment, at=at)
    _version(comment, words, VersionState.WAITING, settled_at=None, written_at=at)


def _version(
    comment: Comment,
    words: Words | NewWords,
    state: VersionState,
    *,
    settled_at: datetime | None,
    written_at: datetime | None = None,
) -> None:
    CommentVersion.objects.create(
        comment=comment,
        state=state,
        settled_at=settled_at,
        written_at=written_at or comment.edited_at or comment.created_at,
        **{name: getattr(words, name) for name in NewWords.__dataclass_fields__},
    )
