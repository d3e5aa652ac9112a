import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from comments.models import DeskEvent, ModerationEvent
from comments.seals import canonical, digest_of
from comments.seals.canonical import MODELS, SEALED, canonical_row, digest_of_row

AT = datetime(2026, 3, 4, 17, 0, 0, 5, tzinfo=UTC)
BATCH = UUID(int=1)


def moderation_event(**fields):
    defaults = {"pk": 3, "comment_id": 7, "action": "approve", "from_status": "pending"}
    return ModerationEvent(**(defaults | {"to_status": "published", "created_at": AT} | fields))


def test_the_bytes_of_an_event_are_these_for_ever():
    event = moderation_event(actor_number=2, batch=BATCH)
    assert canonical(event).decode() == (
        '{"action":"approve","actor_number":2,"batch":"00000000-0000-0000-0000-000000000001",'
        '"comment_id":7,"created_at":"2026-03-04T17:00:00.000005+00:00","from_status":"pending",'
        '"id":3,"reason":"","removed_by":"","rule_version_id":null,"table":"event",'
        '"to_status":"published","undoes_id":null,"was_flagged":false}'
    )
    desk = DeskEvent(pk=4, act="report", subject=7, data={"b": "ñ", "a": True}, created_at=AT)
    assert canonical(desk).decode() == (
        '{"act":"report","actor_number":null,"created_at":"2026-03-04T17:00:00.000005+00:00",'
        '"data":{"a":true,"b":"ñ"},"id":4,"subject":7,"table":"desk"}'
    )


def test_the_digest_is_that_of_the_bytes():
    event = moderation_event()
    assert digest_of(event) == hashlib.sha256(canonical(event)).hexdigest()


@pytest.mark.parametrize("table", MODELS)
def test_every_column_is_sealed_but_the_account_which_may_go(table):
    columns = {field.attname for field in MODELS[table]._meta.concrete_fields}
    assert columns - set(SEALED[table]) == {"actor_id"}


def test_the_time_zone_of_the_reader_makes_no_difference():
    row = json.loads(canonical(moderation_event(created_at=AT.astimezone())))
    assert row["created_at"] == "2026-03-04T17:00:00.000005+00:00"


def test_what_is_read_as_columns_is_the_same(post):
    from tests.comments.factories import make_comment

    event = make_comment(post).events.get()
    row = ModerationEvent.objects.values(*SEALED["event"]).get()
    assert canonical_row("event", row) == canonical(event)
    assert digest_of_row("event", row) == digest_of(event)


def test_what_nobody_can_write_down_is_refused():
    with pytest.raises(TypeError):
        canonical(DeskEvent(pk=1, act="rule", data={"a": object()}, created_at=AT))
