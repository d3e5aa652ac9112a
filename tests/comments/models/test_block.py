from datetime import timedelta

import pytest
from django.db import IntegrityError

from comments.models import Block, BlockKind
from tests.conftest import NOON


def make_block(**fields):
    defaults = {"kind": BlockKind.PHRASE, "value": "casino", "shown": "Casino", "reason": "a wave"}
    return Block.objects.create(**(defaults | fields))


BAD_ROWS = {
    "block_kind_is_a_known_one": {"kind": "colour"},
    "a_block_names_something": {"value": ""},
    "a_block_has_a_reason": {"reason": ""},
    "a_block_shows_what_is_no_address": {"shown": ""},
    "a_block_of_a_sender_ends": {"kind": BlockKind.SENDER, "shown": ""},
}


@pytest.mark.parametrize("name", BAD_ROWS)
def test_the_database_refuses_a_bad_row(db, name):
    with pytest.raises(IntegrityError, match=name):
        make_block(**BAD_ROWS[name])


@pytest.mark.parametrize("kind", [BlockKind.EMAIL, BlockKind.SENDER])
def test_the_database_refuses_a_readable_address(db, kind):
    with pytest.raises(IntegrityError, match="a_block_shows_what_is_no_address"):
        make_block(kind=kind, shown="ana@example.org", expires_at=NOON)


def test_a_thing_is_blocked_once(db):
    make_block()
    make_block(kind=BlockKind.NAME)
    with pytest.raises(IntegrityError):
        make_block(reason="another")


def test_an_entry_is_active_until_its_last_moment(db):
    ends, endless = make_block(expires_at=NOON), make_block(value="lottery")
    before = NOON - timedelta(microseconds=1)
    assert set(Block.objects.active(before)) == {ends, endless}
    assert set(Block.objects.expired(before)) == set()
    assert set(Block.objects.active(NOON)) == {endless}
    assert set(Block.objects.expired(NOON)) == {ends}


def test_the_text_of_an_entry_names_no_value(db):
    assert "casino" not in str(make_block())


@pytest.mark.parametrize("fields", [{}, {"kind": BlockKind.NAME}, {"expires_at": NOON}])
def test_a_ban_is_of_a_person_and_ends(db, fields):
    with pytest.raises(IntegrityError, match="a_ban_is_of_a_person_and_ends"):
        make_block(is_ban=True, **fields)


def test_a_name_can_be_banned_for_a_time(db):
    assert make_block(is_ban=True, kind=BlockKind.NAME, expires_at=NOON).is_ban
