import pytest

from comments.models import BlockKind
from comments.moderation_queue.signs import CLAUSES, TRICKS, clause
from comments.personal_data import Kind
from comments.spam import Sign
from comments.spam.filters import tricks


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_is_said_in_words_that_fit_into_a_sentence(sign):
    said = clause(sign, "7")
    assert said not in ("", f"{sign}: 7")
    assert said[0].islower() or said[0].isdigit()
    assert not said.endswith(".")
    assert sign in CLAUSES


@pytest.mark.parametrize(
    ("sign", "one", "many"),
    [
        (Sign.LINKS, "1 link", "2 links"),
        (
            Sign.DUPLICATE,
            "nearly the same was said in 1 other comment",
            "nearly the same was said in 2 other comments",
        ),
        (
            Sign.BINNED_ALIKE,
            "people have binned 1 comment like it",
            "people have binned 2 comments like it",
        ),
    ],
)
def test_what_is_counted_is_said_as_a_number(sign, one, many):
    assert (clause(sign, "1"), clause(sign, "2")) == (one, many)


def test_words_and_hosts_are_named():
    assert clause(Sign.WORDS, "subscribe, check") == "words often in spam: subscribe, check"
    assert clause(Sign.NEW_HOSTS, "a.example, b.example") == (
        "links to sites never approved here: a.example, b.example"
    )


@pytest.mark.parametrize("sign", [Sign.WORDS, Sign.SPAM_WORDS])
def test_words_that_cannot_be_named_are_no_empty_list(sign):
    assert clause(sign, "").endswith("of spam")


@pytest.mark.parametrize("code", sorted(tricks.TRICKS))
def test_every_trick_is_said_in_words(code):
    assert clause(Sign.TRICKS, f"{code}, unheard") == (
        f"tricks that hide words: {TRICKS[code]}, unheard"
    )


def test_kinds_of_personal_data_are_said_in_words():
    said = clause(Sign.PERSONAL_DATA, "a_number, phone")
    assert said == "it may hold personal data: an A-number, a telephone number"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_personal_data_has_words(kind):
    assert clause(Sign.PERSONAL_DATA, kind) != f"it may hold personal data: {kind}"


def test_an_entry_of_the_block_list_is_named_with_its_kind_and_reason():
    said = clause(Sign.BLOCKED, "host: evil.example (a wave: see mail)")
    assert said == (
        "on the block list: Web host, with all below it: evil.example (a wave: see mail)"
    )


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_entry_is_said_in_words(kind):
    assert str(kind.label) in clause(Sign.BLOCKED, f"{kind}: (why)")


@pytest.mark.parametrize("detail", ["", "colour: red", "100%"])
def test_a_detail_that_is_not_known_is_shown_as_it_is(detail):
    assert clause(Sign.BLOCKED, detail) == f"on the block list: {detail}"
    assert clause(Sign.PERSONAL_DATA, detail) == f"it may hold personal data: {detail}"
    assert clause(Sign.LINKS, detail) == f"links in it: {detail}"
    assert clause("colour", "red") == "colour: red"
    assert clause("colour", "") == "colour"
