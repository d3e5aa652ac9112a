"""A log to seal: events of both tables, all long enough ago."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from comments import desk_log, moderation
from comments.models import DeskAct, DeskEvent, ModerationEvent
from tests.comments.factories import make_comment, make_ruling

AGES_AGO = timedelta(minutes=10)


def make_log(post, moderator, *, comments=3):
    """Two events for each comment, a report for each: all ten minutes old."""
    for _number in range(comments):
        comment = make_comment(post)
        moderation.hold(comment.pk, make_ruling(comment, moderator))
        desk_log.record(DeskAct.REPORT, actor=None, subject=comment.pk, reason="threat")
    age_all()


def age_all():
    """All that happened did so ten minutes ago."""
    at = timezone.now() - AGES_AGO
    ModerationEvent.objects.update(created_at=at)
    DeskEvent.objects.update(created_at=at)


def by_sql(statement, *values):
    """What somebody does who has the database in their hands; no constraint stands in the way."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def let_any_number_be(constraint, *, table):
    """What they do first who have the database in their hands; undone with the test."""
    if connection.vendor == "sqlite":
        by_sql("PRAGMA ignore_check_constraints = ON")
    else:
        by_sql("SET CONSTRAINTS ALL IMMEDIATE")
        by_sql(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
