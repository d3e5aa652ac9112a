"""How urgent what waits is, and which spam a person has confirmed, as comments/urgency.py says."""

from collections.abc import Iterator

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef, Q, Subquery

PERSONAL_DATA, REPORTED, WAS_PUBLISHED, CONFIRMED = 40, 20, 10, 1
AT_ONCE = 1_000
DECISIONS = (
    "approve", "hold", "mark_spam", "remove", "keep", "confirm_spam", "accept_edit", "refuse_edit",
)  # fmt: skip


def settle(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Settle both for the rows that are there."""
    comments = apps.get_model("comments", "Comment").objects
    events = apps.get_model("comments", "ModerationEvent").objects
    reports = apps.get_model("comments", "Report").objects
    waiting = comments.filter(status="pending")
    public = events.filter(comment=OuterRef("pk"), to_status="published")
    waiting.filter(Exists(public)).update(urgency=WAS_PUBLISHED)
    waiting.filter(Exists(reports.filter(comment=OuterRef("pk"), state="open"))).update(
        urgency=REPORTED
    )
    for numbers in _with_personal_data(waiting):
        waiting.filter(pk__in=numbers).update(urgency=PERSONAL_DATA)
    decided = events.filter(comment=OuterRef("pk"), undone_by=None, action__in=DECISIONS).exclude(
        Q(action="hold", reason="checks")
    )
    last = Subquery(decided.order_by("-pk").values("action")[:1])
    spam = comments.filter(status="spam").annotate(last=last)
    confirmed = spam.filter(last__in=("mark_spam", "confirm_spam"))
    comments.filter(pk__in=confirmed.values("pk")).update(urgency=CONFIRMED)


def _with_personal_data(waiting) -> Iterator[list[int]]:  # type: ignore[no-untyped-def]
    found: list[int] = []
    for number, evidence in waiting.values_list("pk", "evidence").iterator(AT_ONCE):
        rows = evidence if isinstance(evidence, list) else []
        if any(isinstance(row, dict) and row.get("sign") == "personal_data" for row in rows):
            found.append(number)
    for start in range(0, len(found), AT_ONCE):
        yield found[start : start + AT_ONCE]


class Migration(migrations.Migration):
    """Rows only; what follows an act keeps them true from here on."""

    dependencies = [("comments", "0010_search")]

    operations = [migrations.RunPython(settle, migrations.RunPython.noop)]
