"""Blacking out, for tests."""

from django.db import connection

from comments import moderation, rendering, search
from comments.models import (
    CommentVersion,
    VersionState,
)
from comments.moderation import Blackout
from tests.comments.factories import SAID_AT, make_ruling

PHONE = Blackout(words=("555-0134",))
BODY = "Call Ana at 555-0134 about the march on Saturday, everybody is welcome there."


def redact(comment, moderator, blackout=PHONE, **fields):
    event = moderation.redact(comment.pk, make_ruling(comment, moderator, **fields), blackout)
    comment.refresh_from_db()
    return event


def keep_version(comment, body, state=VersionState.REPLACED, **fields):
    settled = None if state == VersionState.WAITING else SAID_AT
    return CommentVersion.objects.create(
        comment=comment,
        state=state,
        body=body,
        body_html=rendering.to_html(body),
        written_at=SAID_AT,
        settled_at=settled,
        **fields,
    )


def everything():
    """All text and bytes of all tables, as the database holds them once the worker went by."""
    search.erase_leftovers()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                yield from (f"{table}: {_readable(value)}" for value in row)


def _readable(value):
    """PostgreSQL hands out bytes as something that does not say what is in it."""
    return bytes(value) if isinstance(value, memoryview) else value
