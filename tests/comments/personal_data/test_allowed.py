import pytest

from comments.personal_data import NOTHING, PUBLIC, Allowed
from tests.comments.personal_data.found import found

OWN = Allowed(
    emails=frozenset({"Help@Example.org"}),
    phones=frozenset({"(213) 555-0142"}),
    domains=frozenset({".gov", "office.example"}),
    addresses=frozenset({"606 S. Olive Street"}),
)


@pytest.mark.parametrize(
    "text",
    [
        "help@example.org",
        "help (at) example (dot) org",
        "help arroba example punto org",
        "+1 213.555.0142",
        "call 2135550142",
        "ana@ice.dhs.gov",
        "ana at ice dot dhs dot gov",
        "ana@office.example",
        "606 South Olive St",
        "606 s olive street, Los Angeles, CA 90014",
    ],
)
def test_what_the_owner_allows_is_left_out_however_it_is_spelled(text):
    assert found(text, allowed=NOTHING) != []
    assert found(text, allowed=OWN) == []


@pytest.mark.parametrize(
    "text",
    [
        "bea@example.org",
        "213-555-0143",
        "ana@gov.example",
        "ana@my-office.example",
        "ana@sub.office.example",
        "606 S. Olive Streeter Lane",
        "1606 S. Olive Street",
    ],
)
def test_what_is_like_it_but_not_it_is_found(text):
    assert found(text, allowed=OWN) == found(text, allowed=NOTHING) != []


def test_empty_entries_allow_nothing():
    blank = frozenset({""})
    allowed = Allowed(emails=blank, phones=blank, domains=blank, addresses=blank)
    assert len(found("ana@example.org, 213-555-0142, 1428 Elm St.", allowed=allowed)) == 3


def test_numbers_by_which_a_person_is_filed_are_never_allowed():
    assert found("A345678901", allowed=Allowed(phones=frozenset({"345678901"}))) != []


@pytest.mark.parametrize("text", ["202-224-3121", "ana@uscis.gov", "1600 Pennsylvania Avenue NW"])
def test_what_is_everybodys_is_public(text):
    assert found(text, allowed=PUBLIC) == []
