from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import bans, blocks, pace
from comments.blocks import Entry
from comments.models import (
    Block,
    BlockKind,
    CommentSettings,
    DeskAct,
    DeskEvent,
    SenderKey,
    Writer,
)
from comments.names import skeleton
from comments.standing import email_digest
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import give_section
from tests.conftest import NOON
from tests.pages import make_post

NAME, EMAIL, SENDER = BlockKind.NAME, BlockKind.EMAIL, BlockKind.SENDER
BY_NAME = Entry(NAME, skeleton("Bad Guy"), "Bad Guy", "threats")


def said_today(post, key="of today", **fields):
    comment = make_comment(post, **fields)
    SenderKey.objects.create(comment=comment, key=key, day=timezone.localdate())
    return comment


def kinds_of(comment, now=NOON):
    return [mark.kind for mark in bans.marks_of(comment, now=now)]


def put(entry=BY_NAME, *, user, **fields):
    return bans.ban(entry, **({"days": 30, "user": user, "now": NOON} | fields))


def log():
    return [(event.act, event.data) for event in DeskEvent.objects.all()]


def test_an_address_is_surer_than_the_key_of_the_day_and_that_than_a_name(clock, post):
    assert kinds_of(said_today(post, author_email="ana@example.org")) == [EMAIL, SENDER, NAME]
    assert kinds_of(said_today(post)) == [SENDER, NAME]
    assert kinds_of(make_comment(post)) == [NAME]
    assert kinds_of(make_comment(post, author_name="")) == []


def test_a_confirmed_address_is_surer_than_a_typed_one(clock, post):
    writer = Writer.objects.create(email_digest=email_digest("proven@example.org"))
    comment = make_comment(post, writer=writer, author_email="typed@example.org")
    [mark, _name] = bans.marks_of(comment, now=NOON)
    assert (mark.value, mark.shown) == (email_digest("proven@example.org"), "")


def test_the_key_of_yesterday_bans_nobody(clock, post):
    comment = said_today(post)
    assert kinds_of(comment, NOON + timedelta(days=1)) == [NAME]


def test_the_key_that_strangers_share_bans_nobody(clock, post):
    assert kinds_of(said_today(post, key=pace.shared_key(NOON))) == [NAME]


def test_a_ban_keeps_who_made_it_until_when_and_why(clock, post, moderator):
    comment = make_comment(post)
    block = put(user=moderator, comment=comment)
    assert (block.is_ban, block.kind, block.value, block.shown) == (True, *_of(BY_NAME))
    assert (block.reason, block.created_by) == ("threats", moderator)
    assert block.expires_at == NOON + timedelta(days=30)
    event = DeskEvent.objects.get()
    assert (event.act, event.actor, event.subject) == (DeskAct.BAN, moderator, block.pk)
    assert event.data == {"kind": "name", "days": 30, "comment": comment.pk}


def _of(entry):
    return entry.kind, entry.value, entry.shown


def test_the_log_of_a_ban_holds_no_name_and_no_address(moderator):
    put(user=moderator)
    put(Entry(EMAIL, email_digest("ana@example.org"), "", "threats"), user=moderator)
    assert log() == [
        (DeskAct.BAN, {"kind": "name", "days": 30}),
        (DeskAct.BAN, {"kind": "email", "days": 30}),
    ]


def test_a_network_address_is_banned_until_midnight_whatever_is_chosen(clock, moderator):
    block = put(Entry(SENDER, "of today", "", "a wave"), user=moderator, days=365)
    assert block.expires_at == blocks.end_of_day(NOON)
    assert log() == [(DeskAct.BAN, {"kind": "sender", "days": 0})]


def test_a_new_ban_takes_the_place_of_the_earlier_one(clock, moderator):
    put(user=moderator, days=1)
    put(user=moderator, days=90)
    assert Block.objects.get().expires_at == NOON + timedelta(days=90)
    assert [act for act, _data in log()] == [DeskAct.BAN, DeskAct.LIFT, DeskAct.BAN]


def test_a_ban_takes_the_place_of_what_only_held(clock, moderator):
    blocks.add(BY_NAME, expires_at=None, user=moderator)
    put(user=moderator)
    assert Block.objects.get().is_ban
    assert [act for act, _data in log()] == [DeskAct.BLOCK, DeskAct.UNBLOCK, DeskAct.BAN]


def test_a_ban_that_is_over_does_not_stand_in_the_way(clock, moderator):
    put(user=moderator, days=1)
    put(user=moderator, now=NOON + timedelta(days=1))
    assert [act for act, _data in log()] == [DeskAct.BAN, DeskAct.BAN]


def test_two_bans_at_the_same_moment_are_one(monkeypatch, clock, moderator):
    put(user=moderator)
    see, make_room = [False, True], bans._make_room
    # The first look is from before the other one was there.
    monkeypatch.setattr(
        bans, "_make_room", lambda *a, **k: make_room(*a, **k) if see.pop(0) else None
    )
    put(user=moderator, days=7)
    assert Block.objects.get().expires_at == NOON + timedelta(days=7)


def test_a_ban_is_no_entry_that_holds(clock, moderator):
    put(user=moderator)
    assert blocks.current(NOON).find(blocks.Said(name="Bad Guy", body="")) is None


def test_lifting_ends_a_ban_and_is_logged(clock, moderator):
    block = put(user=moderator)
    number = block.pk
    bans.lift(block, user=moderator)
    assert not bans.in_force(NOON).exists()
    event = DeskEvent.objects.latest("pk")
    assert (event.act, event.actor, event.subject) == (DeskAct.LIFT, moderator, number)
    assert event.data == {"kind": "name"}


def test_only_bans_that_hold_are_in_force(clock, moderator):
    blocks.add(
        Entry(NAME, "another", "Another", "x"), expires_at=NOON + timedelta(days=9), user=moderator
    )
    block = put(user=moderator, days=1)
    assert list(bans.in_force(NOON)) == [block]
    assert not bans.in_force(NOON + timedelta(days=1))


def preview(entry, moderator):
    [found] = bans.previews([entry], moderator=moderator)
    return found


def test_a_preview_says_what_of_the_past_and_of_what_waits_is_caught(post, moderator):
    spoken = make_comment(post, author_name="B4d Guy")
    waits = make_comment(post, author_name="Bad guy", status="pending")
    make_comment(post)
    found = preview(BY_NAME, moderator)
    assert (found.compared, set(found.caught)) == (3, {spoken, waits})
    assert (found.looked_at, found.waiting) == (1, (waits.pk,))
    assert not Block.objects.exists()


@pytest.mark.parametrize("status", ["spam", "removed", "trashed"])
def test_a_preview_looks_at_comments_of_every_state(post, moderator, status):
    comment = make_comment(post, author_name="Bad Guy", status=status)
    assert preview(BY_NAME, moderator).caught == (comment,)


def test_a_preview_knows_a_proven_writer_and_a_sender(clock, post, moderator):
    writer = Writer.objects.create(email_digest="of an address")
    proven = said_today(post, writer=writer)
    assert preview(Entry(EMAIL, "of an address"), moderator).caught == (proven,)
    assert preview(Entry(SENDER, "of today"), moderator).caught == (proven,)
    assert preview(Entry(NAME, "of today"), moderator).caught == ()


def test_a_preview_looks_at_the_last_ones_only(monkeypatch, post, moderator):
    monkeypatch.setattr(bans, "COMPARED_COMMENTS", 1)
    monkeypatch.setattr(bans, "COMPARED_WAITING", 1)
    for day in (1, 2):
        at = NOON + timedelta(days=day)
        last = make_comment(post, author_name="Bad Guy", status="pending", created_at=at)
    found = preview(BY_NAME, moderator)
    assert (found.caught, found.waiting) == ((last,), (last.pk,))


def test_previews_cost_the_same_however_many_comments_there_are(post, moderator):
    marks = [BY_NAME, Entry(EMAIL, "x"), Entry(SENDER, "y")]
    said_today(post, status="pending")
    with CaptureQueriesContext(connection) as one:
        bans.previews(marks, moderator=moderator)
    for _number in range(3):
        writer = Writer.objects.create()
        said_today(post, status="pending", author_name="Bad Guy", writer=writer)
    with CaptureQueriesContext(connection) as more:
        bans.previews(marks, moderator=moderator)
    assert len(one) == len(more) <= 4


def test_a_preview_tells_of_nothing_beyond_the_section(post, newsroom, moderator):
    CommentSettings.objects.update_or_create(
        site=newsroom.site, defaults={"has_section_moderators": True}
    )
    give_section(moderator, post)
    own = make_comment(post, author_name="Bad Guy", status="pending")
    make_comment(make_post(newsroom, "Elsewhere"), author_name="Bad Guy", status="pending")
    [found] = bans.previews([BY_NAME], moderator=moderator)
    assert (found.compared, found.caught, found.waiting) == (1, (own,), (own.pk,))
