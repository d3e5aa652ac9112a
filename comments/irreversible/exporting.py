"""All that is held about comments and whoever wrote them, as JSON.

It holds what a person may ask for about themselves: not who moderated, nor what
moderators noted, and not what others wrote in their reports.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from comments.irreversible import files
from comments.models import (
    Appeal,
    Comment,
    CommentVersion,
    IrreversibleAct,
    ModerationEvent,
    Report,
    Subscription,
)

AT_ONCE = 200
Row = dict[str, Any]  # Any: columns of several types, as JSON

_OF_A_COMMENT = (
    "id",
    "page_id",
    "page__title",
    "parent_id",
    "status",
    "removed_by",
    "author_name",
    "author_email",
    "author_website",
    "language",
    "body",
    "body_format",
    "evidence",
    "score",
    "verdict",
    "created_at",
    "edited_at",
    "writer_id",
    "writer__created_at",
    "writer__email_digest",
    "sender_key__key",
    "sender_key__day",
)
_HANGING: Mapping[str, tuple[QuerySet[Any], tuple[str, ...]]] = {
    "versions": (
        CommentVersion.objects.all(),
        ("state", "body", "evidence", "score", "verdict", "written_at", "settled_at"),
    ),
    "events": (
        ModerationEvent.objects.all(),
        (
            "action",
            "from_status",
            "to_status",
            "removed_by",
            "reason",
            "rule_version__rule__code",
            "rule_version__number",
            "was_flagged",
            "explanation__words",
            "created_at",
        ),
    ),
    "reports": (Report.objects.all(), ("reason", "state", "created_at", "settled_at")),
    "appeals": (
        Appeal.objects.all(),
        ("statement", "state", "words", "created_at", "decided_at"),
    ),
    "subscriptions": (
        Subscription.objects.all(),
        ("email", "topic", "frequency", "language", "created_at", "confirmed_at"),
    ),
}


def export(act: IrreversibleAct) -> None:
    """Write the file of an export."""
    files.write(act, _pieces([number for number, _seen in act.wanted]))


def _pieces(numbers: Sequence[int]) -> Iterator[str]:
    yield '{"comments": ['
    between = "\n"
    for place in range(0, len(numbers), AT_ONCE):
        for row in _held_about(numbers[place : place + AT_ONCE]):
            yield between + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def _held_about(numbers: Sequence[int]) -> list[Row]:
    rows: list[Row] = list(Comment.objects.filter(pk__in=numbers).values(*_OF_A_COMMENT))
    by_number = {row["id"]: row | {name: [] for name in _HANGING} for row in rows}
    for name, (hanging, columns) in _HANGING.items():
        theirs = hanging.filter(comment__in=by_number).order_by("pk")
        for row in theirs.values("comment_id", *columns):
            by_number[row.pop("comment_id")][name].append(row)
    return list(by_number.values())
