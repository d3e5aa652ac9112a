import pytest
from django.core.exceptions import ValidationError

from operations import mailbox


def test_the_domain_is_kept_in_small_letters_and_the_rest_as_it_was_typed():
    assert mailbox.normalise("  Ana.Lopez@EXAMPLE.org ") == "Ana.Lopez@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ana",
        "ana@",
        "@example.org",
        "ana@example.org\nBcc: all@example.org",
        "ana@example.org, bob@example.org",
        "Ana <ana@example.org>",
        "ana@example.org?subject=x\r\n",
        '"\x0bSubject:x\x0b"@example.org',
        '"\x1c"@example.org',
        '"\x01"@example.org',
        f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.org",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(ValidationError):
        mailbox.normalise(typed)


@pytest.mark.parametrize("way", ["ana+1@example.org", "A.n.a@example.org", "ANA@example.org"])
def test_other_ways_to_write_one_mailbox_count_as_one(way):
    assert mailbox.key_of(way) == mailbox.key_of("ana@example.org")


def test_other_mailboxes_count_for_themselves():
    keys = {mailbox.key_of(one) for one in ("ana@example.org", "ana@example.com", "eva@x.org")}
    assert len(keys) == 3


def test_a_key_does_not_show_its_address():
    assert "ana" not in mailbox.key_of("ana@example.org")
