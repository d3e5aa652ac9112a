import pytest

from comments.spam.terms import MAX_SHOWN, Terms


def test_terms_are_read_as_texts_are():
    terms = Terms.parse(["V1AGRA", "  Cheap   Pills ", "WWW.Bad.Example/", "/t.example/"])
    assert terms.phrases == {"viagra", "cheap pills"}
    assert terms.hosts == {"bad.example", "t.example"}


@pytest.mark.parametrize(
    "line",
    ["", "  ", "_.", "ab", "com", "you:-)", "--and", "x" * 201, "one two three four five six"],
)
def test_what_is_no_term_is_left_out(line):
    assert len(Terms.parse([line])) == 0


def test_terms_come_back_as_they_were_kept():
    terms = Terms.parse(["cheap pills", "bad.example", "Cheap Pills"])
    assert len(terms) == 2
    assert Terms.from_text(terms.as_text()) == terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("buy cheap pills here", ("cheap pills",)),
        ("cheap, pills!", ("cheap pills",)),
        ("cheap pillsbury", ()),
        ("pills cheap", ()),
    ],
)
def test_phrases_are_matched_on_whole_words(text, found):
    assert Terms.parse(["cheap pills"]).found_in("", text, []) == found


@pytest.mark.parametrize(
    ("host", "is_found"),
    [
        ("bad.example", True),
        ("a.b.bad.example", True),
        ("notbad.example", False),
        ("example", False),
    ],
)
def test_a_host_stands_for_those_below_it(host, is_found):
    assert bool(Terms.parse(["bad.example"]).found_in("", "", [host])) == is_found


def test_a_name_is_looked_at():
    assert Terms.parse(["cheap pills"]).found_in("Cheap P1lls", "", []) == ("cheap pills",)


def test_only_the_first_few_are_told_each_once():
    terms = Terms.parse(f"term{letter}" for letter in "abcdefghi")
    text = " ".join(sorted(terms.phrases) * 3)
    assert len(terms.found_in("", text, [])) == MAX_SHOWN
