from datetime import timedelta

import pytest

from comments import blocks, receipts
from comments.blocks import Person
from comments.models import Block, BlockKind, SenderKey, Writer
from comments.names import skeleton
from comments.standing import email_digest
from tests.comments.factories import make_comment, make_sender, make_submission
from tests.conftest import NOON

ADDRESS = "ana@example.org"


def make_ban(kind, value, **fields):
    shown = "Ana" if kind == BlockKind.NAME else ""
    defaults = {"is_ban": True, "expires_at": NOON + timedelta(days=1), "reason": "a wave"}
    return Block.objects.create(kind=kind, value=value, shown=shown, **(defaults | fields))


def test_a_submission_says_name_typed_address_and_key_of_the_day(post):
    person = blocks.who_sent(make_submission(post, author_email=ADDRESS))
    assert dict(person.values()) == {
        BlockKind.NAME: skeleton("Ana"),
        BlockKind.EMAIL: email_digest(ADDRESS),
        BlockKind.SENDER: "key-of-a-sender",
    }


def test_a_key_that_strangers_share_is_nobodys(post):
    sent = make_submission(post, sender=make_sender(is_known=False))
    assert blocks.who_sent(sent).sender_key == ""


def test_a_receipt_says_which_confirmed_address_its_writer_has(post):
    writer = Writer.objects.create(email_digest=email_digest(ADDRESS))
    make_comment(post, writer=writer, receipt_digest=receipts.digest("secret"))
    sent = make_submission(post, earlier_receipt="secret")
    assert email_digest(ADDRESS) in blocks.who_sent(sent).email_digests


def test_an_edit_is_by_the_writer_of_its_comment(post):
    writer = Writer.objects.create(email_digest=email_digest(ADDRESS))
    sent = make_submission(post, revises=make_comment(post, writer=writer).pk)
    assert email_digest(ADDRESS) in blocks.who_sent(sent).email_digests


@pytest.mark.parametrize("sent", [{"earlier_receipt": "of nothing"}, {"revises": 7}, {}])
def test_what_is_not_there_proves_nothing(post, sent):
    assert not any(blocks.who_sent(make_submission(post, **sent)).email_digests)


def test_a_stored_comment_says_the_same(post):
    writer = Writer.objects.create(email_digest=email_digest(ADDRESS))
    comment = make_comment(post, writer=writer, author_email="typed@example.org")
    SenderKey.objects.create(comment=comment, key="of today", day=NOON.date())
    assert list(blocks.who_wrote(comment).values()) == [
        (BlockKind.EMAIL, email_digest("typed@example.org")),
        (BlockKind.EMAIL, email_digest(ADDRESS)),
        (BlockKind.SENDER, "of today"),
        (BlockKind.NAME, skeleton("Ana")),
    ]


def test_a_comment_without_name_address_and_key_says_nothing(post):
    assert not list(blocks.who_wrote(make_comment(post, author_name="")).values())


@pytest.mark.parametrize("kind", [BlockKind.NAME, BlockKind.EMAIL, BlockKind.SENDER])
def test_a_ban_is_found_by_whatever_it_names(post, kind):
    person = Person(name="Ana", email_digests=(email_digest(ADDRESS),), sender_key="of today")
    ban = make_ban(kind, dict(person.values())[kind])
    assert blocks.ban_on(person, now=NOON) == ban
    assert blocks.ban_on(Person(name="Otto", sender_key="another"), now=NOON) is None


def test_a_value_of_another_kind_bans_nobody(db):
    make_ban(BlockKind.SENDER, skeleton("Ana"))
    assert blocks.ban_on(Person(name="Ana"), now=NOON) is None


def test_a_ban_ends_on_time(db):
    make_ban(BlockKind.NAME, skeleton("Ana"))
    assert blocks.ban_on(Person(name="Ana"), now=NOON + timedelta(days=1)) is None


def test_what_holds_bans_nobody(db):
    make_ban(BlockKind.NAME, skeleton("Ana"), is_ban=False)
    assert blocks.ban_on(Person(name="Ana"), now=NOON) is None


def test_of_two_bans_the_longer_one_counts(db, django_assert_num_queries):
    make_ban(BlockKind.SENDER, "of today")
    longer = make_ban(BlockKind.NAME, skeleton("Ana"), expires_at=NOON + timedelta(days=30))
    with django_assert_num_queries(1):
        assert blocks.ban_on(Person(name="Ana", sender_key="of today"), now=NOON) == longer


def test_nobody_costs_no_query(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert blocks.ban_on(Person(), now=NOON) is None
