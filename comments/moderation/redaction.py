"""Blacking out words of a comment, for good: in what it says, said and waits to say.

Nobody's words are changed in any other way, and there is no undo: what was there is nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from django.db import transaction

from comments import clusters, rendering, spam_context
from comments.learning import labels
from comments.models import BodyFormat, Comment, Explanation, ModerationEvent
from comments.moderation import beside
from comments.moderation.acts import approve
from comments.moderation.blackening import BLACK, blackened, places, plain
from comments.moderation.ruling import DecisionRefused, Ruling
from comments.moderation.transition import Standing, transition, where_it_stands
from comments.spam import Sign
from comments.states import Action

# What their details name are the house's own codes, or people of the newsroom.
DETAILS_WITHOUT_WORDS = frozenset(
    {Sign.PERSONAL_DATA, Sign.TRICKS, Sign.CHECK_FAILED, Sign.STAFF_NAME}
)
MIN_PART = 3

Row = dict[str, Any]  # Any: evidence as JSON


@dataclass(frozen=True, kw_only=True)
class Blackout:
    """Which words go, wherever they stand in a comment; in its name only when that is asked for."""

    words: tuple[str, ...]
    with_name: bool = False

    def hits(self, text: str, *, is_html: bool = False) -> int:
        """In how many places a text says them."""
        return len(places(text, self.words, is_html=is_html))

    def on(self, text: str, *, is_html: bool = False) -> str:
        """A text without them."""
        return blackened(text, self.words, is_html=is_html)


class NothingToRedact(DecisionRefused):
    """The words are not there, so nothing was changed and nothing is in the log."""


class StillSaid(DecisionRefused):
    """In another spelling it would still say them; they are to be marked as they were typed."""


class Redacted(NamedTuple):
    """What a comment, or one of its versions, would say."""

    body: str
    body_html: str
    hits: int


def redact(comment_id: int, ruling: Ruling, blackout: Blackout) -> ModerationEvent:
    """Black words out in a comment and all its versions, and in all that was noted beside it.

    It stays where it stands. Raises `DecisionRefused`: `NothingToRedact` and `StillSaid` too.
    """
    with transaction.atomic():
        choose = partial(_blacken_all, blackout=blackout, ruling=ruling)
        event = transition(comment_id, Action.REDACT, choose, ruling=ruling)
        _forget_the_old_words(event)
    return event


def redact_and_approve(comment_id: int, ruling: Ruling, blackout: Blackout) -> ModerationEvent:
    """Black words out and publish what is left, both or neither; the event is the approval."""
    with transaction.atomic():
        seen = redact(comment_id, ruling, blackout).pk
        approval = Ruling(moderator=ruling.moderator, seen_event_id=seen, batch=ruling.batch)
        return approve(comment_id, approval)


def redacted(comment: Comment, blackout: Blackout) -> Redacted:
    """What a comment would say; nothing is written."""
    return _redacted(comment.body, comment.body_html, comment.body_format, blackout)


def hits_elsewhere(comment: Comment, blackout: Blackout) -> int:
    """In how many places beside its words now a comment says them: versions, name, website."""
    is_html = comment.body_format == BodyFormat.HTML
    bodies = comment.versions.values_list("body", flat=True)
    hits = sum(blackout.hits(body, is_html=is_html) for body in bodies)
    hits += blackout.hits(comment.author_website)
    return hits + (blackout.hits(comment.author_name) if blackout.with_name else 0)


def still_says(said: Redacted, blackout: Blackout) -> bool:
    """Whether words that are to go would still be read, or stand in the address of a link."""
    return bool(blackout.hits(said.body_html, is_html=True))


def _redacted(body: str, body_html: str, body_format: str, blackout: Blackout) -> Redacted:
    is_html = body_format == BodyFormat.HTML
    hits = blackout.hits(body, is_html=is_html)
    if not hits and not blackout.hits(body_html, is_html=True):
        return Redacted(body, body_html, 0)
    left = blackout.on(body, is_html=is_html)
    render = rendering.clean_html if is_html else rendering.to_html
    return Redacted(left, render(left), max(hits, 1))


def _blacken_all(comment: Comment, *, blackout: Blackout, ruling: Ruling) -> Standing:
    """In its place as before, and the words first: what follows the act looks at what is left."""
    goes = blackout.with_name and blackout.hits(comment.author_name)
    name = comment.author_name if goes else ""
    hits = _blacken_comment(comment, blackout)
    hits += sum(_blacken_versions(comment, blackout))
    if not hits:
        raise NothingToRedact(comment)
    _blacken_beside(comment, blackout)
    beside.blacken_jobs(comment.pk, blackout.words)
    beside.clear_blocks(blackout.words, name=name, user=ruling.moderator)
    beside.forget_lists(blackout.words, user=ruling.moderator)
    return where_it_stands(comment)


def _blacken_comment(comment: Comment, blackout: Blackout) -> int:
    said = redacted(comment, blackout)
    if still_says(said, blackout):
        raise StillSaid(comment)
    if said.hits:
        comment.body, comment.body_html = said.body, said.body_html
        comment.pipeline_version = rendering.PIPELINE_VERSION
        comment.body_digest = spam_context.body_digest(said.body)
        comment.language = None  # the worker tells it anew
    comment.evidence = _evidence(comment.evidence, blackout)
    hits = said.hits + _blacken_identity(comment, blackout)
    words = ["body", "body_html", "pipeline_version", "body_digest", "language", "evidence"]
    comment.save(update_fields=[*words, "author_name", "author_email", "author_website"])
    return hits


def _blacken_identity(comment: Comment, blackout: Blackout) -> int:
    """The name if that is asked for. Addresses with such words lead nowhere any more.

    That of mail is no place that was said anywhere, so it is none to count.
    """
    hits = blackout.hits(comment.author_name) if blackout.with_name else 0
    if hits:
        comment.author_name = blackout.on(comment.author_name)[: _longest_name()]
    if blackout.hits(comment.author_website):
        comment.author_website = ""
        hits += 1
    if blackout.hits(comment.author_email):
        comment.author_email = ""
    return hits


def _longest_name() -> int:
    return Comment._meta.get_field("author_name").max_length or 0


def _blacken_versions(comment: Comment, blackout: Blackout) -> Iterable[int]:
    for version in comment.versions.all():
        said = _redacted(version.body, version.body_html, comment.body_format, blackout)
        if still_says(said, blackout):
            raise StillSaid(comment)
        version.body, version.body_html = said.body, said.body_html
        version.evidence = _evidence(version.evidence, blackout)
        version.save(update_fields=["body", "body_html", "evidence"])
        yield said.hits


def _blacken_beside(comment: Comment, blackout: Blackout) -> None:
    """What readers and moderators wrote about it may quote it."""
    explanations = Explanation.objects.filter(event__comment_id=comment.pk)
    for rows, names in (
        (comment.notes.all(), ["words"]),
        (comment.reports.all(), ["words"]),
        (comment.appeals.all(), ["statement", "words"]),
        (explanations, ["words"]),
    ):
        for row in rows:
            for name in names:
                setattr(row, name, blackout.on(getattr(row, name)))
            row.save(update_fields=names)


def _evidence(rows: object, blackout: Blackout) -> list[Row]:
    """The evidence, with what it quotes of the words blacked out; a broken row goes."""
    kept = rows if isinstance(rows, list) else []
    whole = (row for row in kept if isinstance(row, dict) and isinstance(row.get("sign", ""), str))
    return [_row(row, blackout) for row in whole]


def _row(row: Row, blackout: Blackout) -> Row:
    detail = str(row.get("detail", ""))
    if row.get("sign") in DETAILS_WITHOUT_WORDS or not detail:
        return row
    parts = (_part(part, blackout) for part in blackout.on(detail).split(", "))
    return row | {"detail": ", ".join(parts)}


def _part(part: str, blackout: Blackout) -> str:
    """One word of a detail: black when it is part of what goes, as a host is of an address."""
    said = plain(part)
    if len(said) < MIN_PART or said.isdecimal():
        return part
    return BLACK if any(said in plain(words) for words in blackout.words) else part


def _forget_the_old_words(event: ModerationEvent) -> None:
    """What is alike, and what was learned, is known by what is left."""
    comment = event.comment
    clusters.leave(comment)  # before what the filter knows: every act locks them in this order
    clusters.join(comment, clusters.words_of(comment), now=event.created_at)
    labels.read_again(comment)
