import pytest

from comments.blocks import value_of
from comments.models import BlockKind
from comments.standing import email_digest


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (BlockKind.PHRASE, "  Buy--NOW ", "buy now"),
        (BlockKind.PHRASE, "?!", ""),
        (BlockKind.HOST, "https://evil.example/x", "evil.example"),
        (BlockKind.HOST, "evil", ""),
        (BlockKind.NAME, "\u0410na Pérez", "anaperez"),  # the first letter is Cyrillic
        (BlockKind.NAME, "...", ""),
        (BlockKind.EMAIL, "nobody", ""),
        (BlockKind.SENDER, "key", "key"),
    ],
)
def test_a_value_is_what_is_compared(kind, typed, value):
    assert value_of(kind, typed) == value


def test_of_an_e_mail_address_only_a_keyed_digest_is_left():
    assert value_of(BlockKind.EMAIL, " Ana@Example.org") == email_digest("ana@example.org")
