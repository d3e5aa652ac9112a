"""What a card says, as the values that are filled into `card.html`."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from comments.moderation_queue import masking
from comments.moderation_queue.cards import Card
from comments.moderation_queue.chosen import Typed
from comments.moderation_queue.masking import Segment
from comments.moderation_queue.reported import Reports
from comments.states import CommentStatus
from comments.stencils import Value

CHARACTERS_IN_A_LINE = 80
# What is longer scrolls within its card: a hundred screens of line breaks hide no decision, and
# whatever somebody has sincerely written is read without scrolling twice.
MOST_LINES = 120
MOST_QUOTED = 6


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What is around a card and the same for all.

    `back` is the state of the list, as a part of an address; `rule_options` the rules that can be
    chosen; `is_listed` tells whether there are others, `shows_alike` whether all are of one kind.
    """

    back: str
    rule_options: SafeString
    is_listed: bool
    shows_alike: bool


def values_of(card: Card, around: Surroundings, typed: Typed | None) -> dict[str, Value]:
    """Each by its name in the template; what a card does not have is "" or 0."""
    return (
        _head(card)
        | _words(card)
        | _about(card, around)
        | {
            "seen": card.last_event.pk if card.last_event else 0,
            "last_report": card.reports.last_id if card.reports else 0,
            "typed_words": typed.words if typed else "",
            "rule_options": around.rule_options,
            "back": around.back,
        }
    )


def fixed_of(card: Card, around: Surroundings, typed: Typed | None) -> dict[str, Hashable]:
    """What the template looks into: few possibilities, and nothing that anybody typed."""
    comment = card.comment
    return {
        "status": comment.status,
        "actions": card.actions,
        "chosen": typed.choice if typed and typed.choice in card.actions else "",
        "is_listed": around.is_listed,
        "is_staff": comment.staff_author_id is not None,
        "is_post_author": comment.is_post_author,
        "is_covered": bool(card.masked),
        "may_threaten": card.may_threaten,
        "parent_may_threaten": card.parent_may_threaten,
        "may_ban": card.may_ban and comment.staff_author_id is None,
        "is_to_check": card.is_to_check,
        "has_body": bool(comment.body),
        "is_long": _is_long(comment.body, MOST_LINES),
        "parent_is_long": _is_long(comment.parent.body if comment.parent else "", MOST_QUOTED),
    }


def _head(card: Card) -> dict[str, Value]:
    comment, said_at = card.comment, timezone.localtime(card.comment.created_at)
    return {
        "number": comment.pk,
        "name": card.name,
        "shown_name": _covered(card.masked_name) if card.masked else card.name,
        "name_to_find": "" if card.masked else quote(comment.author_name, safe=""),
        "email": comment.author_email,
        "website": comment.author_website,
        "status_label": str(CommentStatus(comment.status).label),
        "said_at": date_format(said_at, "DATETIME_FORMAT"),
        "said_at_exactly": said_at.isoformat(),
        "waits_for": card.waits_for,
        "post": comment.page_id,
        "post_url": card.post_url,
        "post_title": comment.page.title,
        "claimed_by": card.claimed_by,
    }


def _words(card: Card) -> dict[str, Value]:
    comment, parent = card.comment, card.comment.parent
    return {
        "words": _covered(card.masked) or card.body,
        "language": card.language,
        "speaks": comment.language or "",
        "parent_name": card.parent_name,
        "parent_status": str(CommentStatus(parent.status).label) if parent else "",
        "parent_words": _covered(card.masked_parent) or card.parent_body,
        "edit": _part("edit", card=card) if card.edit else "",
    }


def _about(card: Card, around: Surroundings) -> dict[str, Value]:
    event, shows_alike = card.last_event, card.alike and not around.shows_alike
    return {
        "happened": card.what_happened,
        "reason": event.get_reason_display() if event and event.reason else "",
        "why": card.why,
        "opinion": card.opinion,
        "appeal": card.appeal_id or 0,
        "earlier": _part("earlier", earlier=card.earlier, back=around.back) if card.earlier else "",
        "record": _desk_part("record", record=card.record) if card.record else "",
        "reports": _reports(card.reports, card) if card.reports else "",
        "notes": _desk_part("notes", notes=card.notes) if card.notes and around.is_listed else "",
        "alike": _part("alike", alike=card.alike) if shows_alike else "",
    }


def _reports(reports: Reports, card: Card) -> SafeString:
    """What readers reported, their words covered as those of a comment are."""
    said = [(masking.masked(each.words, card.settings), each.reason) for each in reports.words]
    context = {"reasons": reports.reasons, "said": said, "may_threaten": card.may_threaten}
    return _part("reports", **context)


def _is_long(words: str, most_lines: int) -> bool:
    """Whether they take more lines than that on a card, about."""
    return sum(len(line) // CHARACTERS_IN_A_LINE + 1 for line in words.splitlines()) > most_lines


def _covered(segments: Sequence[Segment]) -> str:
    return _part("masked", segments=segments) if segments else ""


def _part(name: str, **context: object) -> SafeString:
    return render_to_string(f"comments/moderation/{name}.html", context)


def _desk_part(name: str, **context: object) -> SafeString:
    return render_to_string(f"comments/desk/{name}.html", context)
