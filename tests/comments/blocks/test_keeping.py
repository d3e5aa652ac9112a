import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from comments import blocks
from comments.blocks import AlreadyBlocked, Entry, value_of
from comments.models import Block, BlockKind, Comment, DeskEvent, SenderKey
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.conftest import NOON

PHRASE, HOST, NAME, EMAIL, SENDER = BlockKind


def entry(typed="casino", kind=PHRASE):
    shown = "" if kind in (EMAIL, SENDER) else typed
    return Entry(kind, value_of(kind, typed), shown, "a wave")


def held_by(typed, kind=PHRASE):
    return set(blocks.dry_run(entry(typed, kind)).held)


def test_an_entry_keeps_who_added_it_and_why(clock, moderator):
    block = blocks.add(entry(), expires_at=NOON + timedelta(days=1), user=moderator)
    kept = Block.objects.get()
    assert kept == block
    assert (kept.kind, kept.value, kept.shown, kept.reason) == (
        PHRASE,
        "casino",
        "casino",
        "a wave",
    )
    assert (kept.created_by, kept.created_at) == (moderator, NOON)


def test_the_same_entry_is_added_once(moderator):
    first = blocks.add(entry("Casino"), expires_at=None, user=moderator)
    with pytest.raises(AlreadyBlocked) as there:
        blocks.add(entry("CASINO!"), expires_at=None, user=moderator)
    assert there.value.block == first


def test_an_entry_whose_time_is_over_does_not_stand_in_the_way(clock, moderator):
    blocks.add(entry(), expires_at=NOON + timedelta(days=1), user=moderator)
    clock.shift(timedelta(days=1))
    blocks.add(entry(), expires_at=None, user=moderator)
    assert Block.objects.get().expires_at is None


def test_the_list_holds_what_is_in_force_in_one_query(clock, moderator, django_assert_num_queries):
    blocks.add(entry(), expires_at=NOON + timedelta(seconds=1), user=moderator)
    said = blocks.Said(name="Ana", body="casino")
    with django_assert_num_queries(1):
        found = blocks.current(NOON)
    assert found.find(said) == entry()
    assert blocks.current(NOON + timedelta(seconds=1)).find(said) is None


def test_a_dry_run_finds_the_published_comments_it_would_have_held(post):
    hit = make_comment(post, "Best casino in town")
    make_comment(post, "I will come.")
    make_comment(post, "casino", status=CommentStatus.PENDING)
    result = blocks.dry_run(entry())
    assert (result.compared, result.held) == (2, (hit,))


def test_a_dry_run_looks_at_every_part_of_a_comment(post):
    comment = make_comment(
        post,
        "[here](https://evil.example)",
        author_name="Bad Guy",
        author_email="bad@example.org",
        author_website="https://other.example",
    )
    SenderKey.objects.create(comment=comment, key="key", day=timezone.localdate())
    typed = {NAME: "bad guy", EMAIL: "bad@example.org", SENDER: "key", HOST: "evil.example"}
    for kind, value in typed.items():
        assert held_by(value, kind) == {comment}
    assert held_by("other.example", HOST) == {comment}


def test_a_dry_run_looks_at_the_newest_only_and_asks_once(
    post, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr("comments.blocks.keeping.DRY_RUN_COMMENTS", 2)
    _old, *new = (
        make_comment(post, "casino", created_at=NOON + timedelta(hours=hour)) for hour in range(3)
    )
    with django_assert_num_queries(1):
        assert held_by("casino") == set(new)


def test_a_dry_run_changes_nothing(post):
    make_comment(post, "casino")
    before = list(Comment.objects.values())
    blocks.dry_run(entry())
    assert (list(Comment.objects.values()), Block.objects.count()) == (before, 0)


def test_the_day_ends_at_the_midnight_of_the_newsroom(settings):
    settings.TIME_ZONE = "America/New_York"
    timezone.get_default_timezone.cache_clear()
    late = datetime(2026, 3, 5, 4, 30, tzinfo=UTC)  # half past eleven in the evening there
    assert blocks.end_of_day(late) == datetime(2026, 3, 5, 5, 0, tzinfo=UTC)
    timezone.get_default_timezone.cache_clear()


def test_what_is_over_is_forgotten_and_nothing_else(clock, post, moderator):
    blocks.add(entry("old"), expires_at=NOON + timedelta(hours=1), user=moderator)
    blocks.add(entry("young"), expires_at=NOON + timedelta(days=9), user=moderator)
    blocks.add(entry("endless"), expires_at=None, user=moderator)
    yesterday, today = make_comment(post), make_comment(post)
    SenderKey.objects.create(comment=yesterday, key="a", day=timezone.localdate())
    clock.shift(timedelta(days=1))
    SenderKey.objects.create(comment=today, key="b", day=timezone.localdate())
    blocks.forget_past()
    assert set(Block.objects.values_list("shown", flat=True)) == {"young", "endless"}
    assert SenderKey.objects.get().comment == today


def test_the_clock_forgets_them(settings):
    assert "comments.blocks.forget_past" in [path for path, _seconds in settings.CLOCK_JOBS]


def test_the_log_keeps_who_put_what_kind_on_the_list_and_took_it_off(moderator):
    block = blocks.add(entry(), expires_at=None, user=moderator)
    number = block.pk
    blocks.remove(block, user=make_user("other"))
    assert not Block.objects.exists()
    logged = DeskEvent.objects.values_list("act", "actor__username", "subject", "data")
    assert list(logged) == [
        ("block", "moderator", number, {"kind": "phrase"}),
        ("unblock", "other", number, {"kind": "phrase"}),
    ]


def test_an_entry_that_is_there_already_is_not_logged(moderator):
    for _time in range(2):
        with contextlib.suppress(AlreadyBlocked):
            blocks.add(entry(), expires_at=None, user=moderator)
    assert DeskEvent.objects.count() == 1
