import pytest

from comments.models import BlockKind
from comments.moderation_queue.signs import SENTENCES, sentence
from comments.personal_data import Kind
from comments.spam import Sign


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_has_a_sentence(sign):
    assert sentence(sign, "7") not in ("", f"{sign}: 7")
    assert sign in SENTENCES


def test_kinds_of_personal_data_are_said_in_words():
    said = sentence(Sign.PERSONAL_DATA, "a_number, phone")
    assert said == "It may hold personal data: an A-number, a telephone number."


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_personal_data_has_words(kind):
    assert sentence(Sign.PERSONAL_DATA, kind) != f"It may hold personal data: {kind}."


def test_an_entry_of_the_block_list_is_named_with_its_kind_and_reason():
    said = sentence(Sign.BLOCKED, "host: evil.example (a wave: see mail)")
    assert said == (
        "On the block list: Web host, with all below it: evil.example (a wave: see mail)."
    )


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_entry_is_said_in_words(kind):
    assert str(kind.label) in sentence(Sign.BLOCKED, f"{kind}: (why)")


@pytest.mark.parametrize("detail", ["", "colour: red", "100%"])
def test_a_detail_that_is_not_known_is_shown_as_it_is(detail):
    assert sentence(Sign.BLOCKED, detail) == f"On the block list: {detail}."
    assert sentence(Sign.PERSONAL_DATA, detail) == f"It may hold personal data: {detail}."
    assert sentence("colour", "red") == "colour: red"
    assert sentence("colour", "") == "colour"
