"""Letters that are not what they seem."""

import pytest

from comments.spam.reading.letters import (
    fold_compatibility,
    fold_look_alikes,
    strip_invisible,
    strip_marks,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
CYRILLIC_A = "\u0430"


@pytest.mark.parametrize("nothing", "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u3164\U000e0041")
def test_invisible_characters_inside_words_go_and_are_counted(nothing: str) -> None:
    assert strip_invisible(f"che{nothing}ap pi{nothing}{nothing}lls") == ("cheap pills", 2)


def test_invisible_characters_that_emoji_need_are_not_counted() -> None:
    assert strip_invisible(f"thanks {FAMILY} \u2764\ufe0f")[1] == 0


def test_invisible_characters_of_persian_and_arabic_are_not_counted() -> None:
    assert strip_invisible("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")[1] == 0


def test_directions_are_turned_back() -> None:
    assert strip_invisible("\u202eabc\u202c") == ("abc", 0)


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("\uff42\uff55\uff59", "buy", 3),
        ("\u24d1\u24e4\u24e8", "buy", 3),
        ("\U0001d41b\U0001d42e\U0001d432", "buy", 3),
        ("\uff1a\uff0f\uff0f", "://", 3),
        ("\ufb01ne \u00bd", "fine 1\u20442", 0),  # typographers' letters are no trick
    ],
)
def test_compatible_letters_become_plain_ones(typed: str, meant: str, count: int) -> None:
    assert fold_compatibility(typed) == (meant, count)


def test_look_alikes_among_latin_letters_become_latin_and_words_are_counted() -> None:
    typed = f"p{CYRILLIC_A}yp{CYRILLIC_A}l and {CYRILLIC_A}pple"
    assert fold_look_alikes(typed) == ("paypal and apple", 2)


@pytest.mark.parametrize(
    "honest",
    [
        "\u0441\u043f\u0430\u0441\u0438\u0431\u043e",
        "\u03b5\u03c5\u03c7\u03b1\u03c1\u03b9\u03c3\u03c4\u03ce",
    ],
)
def test_honest_cyrillic_and_greek_stay(honest: str) -> None:
    assert fold_look_alikes(f"{honest} means thanks") == (f"{honest} means thanks", 0)


def test_latin_letters_with_accents_are_no_look_alikes() -> None:
    assert fold_look_alikes("ni\u00f1o caf\u00e9") == ("ni\u00f1o caf\u00e9", 0)


def test_accents_and_heaps_of_marks_go() -> None:
    assert strip_marks("Ni\u00d1O C\u0301a\u0323\u0301fe\u0301") == "nino cafe"


def test_hangul_survives_as_the_same_parts() -> None:
    assert strip_marks("\ud55c") == strip_marks("\u1112\u1161\u11ab")


@pytest.mark.parametrize("plain", ["", "Plain ASCII, 100 %!"])
def test_ascii_is_left_alone(plain: str) -> None:
    assert strip_invisible(plain) == (plain, 0)
    assert fold_compatibility(plain) == (plain, 0)
    assert fold_look_alikes(plain) == (plain, 0)
    assert strip_marks(plain) == plain.lower()
