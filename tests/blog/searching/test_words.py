import pytest

from blog.searching.words import (
    MAX_CHARACTERS,
    MAX_WORD_CHARACTERS,
    MAX_WORDS,
    fold,
    may_go_on,
    words_in,
)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Bus  40", ["bus", "40"]),
        ("LÓPEZ, Ñandú!", ["lopez", "nandu"]),
        ('"bus" OR -night*', ["bus", "or", "night"]),
        ("snake_case", ["snake", "case"]),
        ("...", []),
        ("\x00 bus\x00stop", ["bus", "stop"]),
        ("", []),
    ],
)
def test_words_are_folded_and_signs_are_none(typed: str, words: list[str]) -> None:
    assert words_in(typed) == words


def test_nobody_looks_for_more_words_than_are_taken() -> None:
    assert len(words_in("a " * 50)) == MAX_WORDS
    assert len(words_in("a" * 500)[0]) == MAX_WORD_CHARACTERS
    assert words_in(" " * MAX_CHARACTERS + "late") == []


@pytest.mark.parametrize(
    ("word", "goes_on"), [("b", False), ("bu", False), ("bus", True), ("会", True), ("", False)]
)
def test_one_letter_or_two_begin_too_many_words(word: str, goes_on: bool) -> None:
    assert may_go_on(word) is goes_on


def test_ascii_and_other_letters_fold_alike() -> None:
    assert fold("Bus") == fold("Bús") == "bus"
