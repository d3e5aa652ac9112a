from datetime import timedelta

import pytest

from comments import blocks, intake
from comments.blocks import Entry
from comments.models import BlockKind, CommentSettings, ModerationMode
from comments.scrutiny.block_list import is_on_the_block_list
from comments.spam import Evidence, Sign
from comments.states import CommentStatus, Reason
from tests.comments.factories import SAID_AT, make_case, make_sender, make_submission


@pytest.fixture
def block(moderator):
    def add(kind, typed, **fields):
        shown = "" if kind in (BlockKind.EMAIL, BlockKind.SENDER) else typed
        entry = Entry(kind, blocks.value_of(kind, typed), shown, "a wave")
        return blocks.add(entry, **({"expires_at": None, "user": moderator} | fields))

    return add


def find(post, body="I will come.", **fields):
    return is_on_the_block_list(make_case(post, body, **fields))


def test_nothing_is_found_while_the_list_is_empty(post):
    assert find(post) is None


def test_the_evidence_says_the_kind_the_value_and_the_reason(post, block):
    block(BlockKind.PHRASE, "Best Casino")
    assert find(post, "best CASINO!") == Evidence(Sign.BLOCKED, "phrase: Best Casino (a wave)")
    assert find(post) is None


def test_the_evidence_keeps_no_e_mail_address(post, block):
    block(BlockKind.EMAIL, "ana@example.org")
    found = find(post, author_email="ana@example.org")
    assert found == Evidence(Sign.BLOCKED, "email: (a wave)")


def test_the_evidence_keeps_no_key_of_a_sender(post, block):
    block(BlockKind.SENDER, "key-of-today", expires_at=SAID_AT + timedelta(hours=1))
    found = find(post, sender=make_sender(key="key-of-today"))
    assert found == Evidence(Sign.BLOCKED, "sender: (a wave)")
    assert find(post, sender=make_sender(key="")) is None


def test_a_link_that_its_words_hide_is_found(post, block):
    block(BlockKind.HOST, "evil.example")
    assert find(post, "[here][1]\n\n[1]: https://evil.example/")


def test_website_and_name_are_compared(post, block):
    block(BlockKind.HOST, "evil.example")
    block(BlockKind.NAME, "Bad Guy")
    assert find(post, author_website="https://evil.example")
    assert find(post, author_name="bad guy")


def test_an_entry_whose_time_is_over_finds_nothing(post, block, clock):
    clock.move_to(SAID_AT - timedelta(hours=1))
    block(BlockKind.PHRASE, "casino", expires_at=SAID_AT)
    assert find(post, "casino") is None


def test_a_blocked_comment_is_held_and_its_reader_told_the_general_reason(post, block):
    rule = CommentSettings.for_site(post.get_site())
    rule.moderation = ModerationMode.HOLD_DOUBTFUL
    rule.save()
    block(BlockKind.PHRASE, "casino")
    free = intake.submit_comment(make_submission(post), page=post)
    held = intake.submit_comment(make_submission(post, "casino", key="another"), page=post)
    assert (free.status, held.status) == (CommentStatus.PUBLISHED, CommentStatus.PENDING)
    assert held.events.get().reason == Reason.CHECKS
