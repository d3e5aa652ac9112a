from urllib.parse import urlencode

import pytest
from django.utils import timezone

from comments import bans, blocks
from comments.blocks import Entry
from comments.models import (
    Block,
    BlockKind,
    BulkItem,
    BulkJob,
    CommentSettings,
    DeskAct,
    DeskEvent,
    SavedFilter,
)
from comments.moderation import Blackout
from comments.moderation.blackening import BLACK
from comments.states import Action
from tests.comments.factories import make_comment
from tests.comments.moderation.redacting import BODY, everything, redact
from tests.comments.moderation_queue.staff import give_section, make_moderator

NAMED = Blackout(words=("Ana Ruiz",), with_name=True)


def make_job(moderator, comment, explanation):
    job = BulkJob.objects.create(action=Action.REMOVE, moderator=moderator, explanation=explanation)
    BulkItem.objects.create(job=job, comment_id=comment.pk, seen_event_id=1)
    return job


def block(kind, typed, moderator, reason="Why"):
    entry = Entry(kind, blocks.value_of(kind, typed), typed, reason)
    return blocks.add(entry, expires_at=None, user=moderator)


def ban(name, moderator):
    entry = Entry(BlockKind.NAME, blocks.value_of(BlockKind.NAME, name), name, f"{name} did it")
    return bans.ban(entry, days=30, user=moderator, now=timezone.now())


def test_what_a_decision_on_many_tells_is_blacked_out(post, moderator):
    comment, other = make_comment(post, BODY), make_comment(post, BODY)
    job = make_job(moderator, comment, "Whose is 555-0134?")
    elsewhere = make_job(moderator, other, "Whose is 555-0134?")
    redact(comment, moderator)
    job.refresh_from_db()
    elsewhere.refresh_from_db()
    assert job.explanation == f"Whose is {BLACK}?"
    assert "0134" in elsewhere.explanation


def test_a_ban_by_the_name_goes_with_it_and_the_log_says_so(post):
    moderator = make_moderator("ana")
    comment = make_comment(post, "I am Ana Ruiz.", author_name="Ana Ruiz")
    there = ban("Ana Ruiz", moderator).pk
    redact(comment, moderator, NAMED)
    assert not Block.objects.exists()
    assert DeskEvent.objects.get(act=DeskAct.LIFT).subject == there
    assert not [row for row in everything() if "ana ruiz" in row.lower()]


def test_a_ban_stays_where_the_name_stays_or_is_anothers(post, moderator):
    comment = make_comment(post, "I am Ana Ruiz.", author_name="Ana Ruiz")
    ban("Ana Ruiz", moderator)
    ban("Bea", moderator)
    redact(comment, moderator, Blackout(words=("Ana Ruiz",)))
    assert set(Block.objects.values_list("shown", flat=True)) == {"Ana Ruiz", "Bea"}
    assert not Block.objects.filter(reason__contains="Ruiz").exists()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("555 0134", None), ("call 555-0134", f"call {BLACK}"), ("march", "march")],
)
def test_a_blocked_phrase_goes_when_it_is_nothing_but_the_words(post, moderator, typed, shown):
    entry = block(BlockKind.PHRASE, typed, moderator)
    redact(make_comment(post, BODY), moderator)
    left = list(Block.objects.values_list("value", "shown"))
    assert left == ([(entry.value, shown)] if shown else [])
    assert DeskEvent.objects.filter(act=DeskAct.UNBLOCK).count() == (0 if shown else 1)


@pytest.fixture
def narrowed(newsroom, post):
    """By whom and how what is in force may be narrowed: not by any of these."""

    def narrow(how):
        ana = make_moderator("ana")
        field = {"a senior's": "has_senior_moderators", "a section": "has_section_moderators"}[how]
        CommentSettings.objects.update_or_create(site=newsroom.site, defaults={field: True})
        if how == "a section":
            give_section(ana, post)
        return ana

    return narrow


@pytest.mark.parametrize("how", ["a senior's", "a section"])
def test_who_may_not_lift_a_ban_does_not_lift_it_by_blacking_out(post, moderator, narrowed, how):
    there = ban("Ana Ruiz", moderator)
    comment = make_comment(post, "I am Ana Ruiz.", author_name="Ana Ruiz")
    redact(comment, narrowed(how), NAMED)
    left = Block.objects.get()
    assert (left.value, left.shown, left.reason) == (there.value, BLACK, f"{BLACK} did it")
    assert left.expires_at == there.expires_at
    assert not DeskEvent.objects.filter(act=DeskAct.LIFT).exists()


@pytest.mark.parametrize(("how", "left"), [("a senior's", 0), ("a section", 1)])
def test_the_block_list_is_not_a_sections_to_shorten(post, moderator, narrowed, how, left):
    block(BlockKind.PHRASE, "555-0134", moderator)
    redact(make_comment(post, BODY), narrowed(how))
    assert list(Block.objects.values_list("shown", flat=True)) == [BLACK] * left


def test_a_reason_is_blacked_out_and_the_entry_stays(post, moderator):
    block(BlockKind.HOST, "x.example", moderator, reason="555-0134 " * 20)
    redact(make_comment(post, BODY), moderator)
    reason = Block.objects.get().reason
    assert "0134" not in reason
    assert len(reason) <= 200


def test_lists_that_look_for_the_words_go(post, moderator):
    for name, query in [("a", "q=555-0134"), ("5550134", ""), ("b", "q=march&post=5550134")]:
        SavedFilter.objects.create(user=moderator, name=name, query=query)
    kept = SavedFilter.objects.create(user=moderator, name="c", query="q=march")
    redact(make_comment(post, BODY), moderator)
    assert SavedFilter.objects.get() == kept


@pytest.mark.parametrize(
    ("said", "left"),
    [("Maria Lopez", 0), ("I saw Maria Lopez over there", 1), ("Maria Lopezosa", 1)],
)
def test_a_list_that_looks_for_a_part_of_a_name_goes(post, moderator, said, left):
    SavedFilter.objects.create(user=moderator, name="lopez list", query="q=lopez")
    redact(make_comment(post, f"Well: {said}."), moderator, Blackout(words=(said,)))
    assert SavedFilter.objects.count() == left


def test_a_section_leaves_the_lists_of_others_without_the_words(post, moderator, narrowed):
    ana = narrowed("a section")
    for name in (BLACK, "5550134"):
        SavedFilter.objects.create(user=moderator, name=name, query="q=555-0134&post=1")
    SavedFilter.objects.create(user=ana, name="mine", query="q=555-0134")
    redact(make_comment(post, BODY), ana)
    first, second = SavedFilter.objects.order_by("pk")
    assert first.name == BLACK
    assert second.name == f"{BLACK} {second.pk}"
    assert first.query == second.query == urlencode({"q": BLACK, "post": 1})
