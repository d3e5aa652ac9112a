import pytest
from django.utils import timezone

from comments import bans, blocks
from comments.blocks import Entry
from comments.models import (
    Block,
    BlockKind,
    BulkItem,
    BulkJob,
    DeskAct,
    DeskEvent,
    SavedFilter,
)
from comments.moderation import Blackout
from comments.moderation.blackening import BLACK
from comments.states import Action
from tests.comments.factories import make_comment
from tests.comments.moderation.redacting import BODY, everything, redact

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


def test_a_ban_by_the_name_goes_with_it_and_the_log_says_so(post, moderator):
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


@pytest.mark.parametrize(("typed", "left"), [("call 555-0134", 0), ("march", 1)])
def test_a_blocked_phrase_goes_when_it_holds_the_words(post, moderator, typed, left):
    block(BlockKind.PHRASE, typed, moderator)
    redact(make_comment(post, BODY), moderator)
    assert Block.objects.count() == left
    assert DeskEvent.objects.filter(act=DeskAct.UNBLOCK).count() == 1 - left


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
