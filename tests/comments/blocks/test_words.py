import pytest

from comments.blocks.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Class, Sáenz", ["class", "sáenz"]),
        ("BUY—now!\nFree", ["buy", "now", "free"]),
        ("\uff26\uff52\uff45\uff45", ["free"]),  # full width
        ("ca\u200bsi\u00adno", ["casino"]),  # what the eye does not see
        ("cafe\u0301", ["caf\u00e9"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("हिन्दी", ["हिन्दी"]),  # its vowel signs are parts of the word
        ("don't snake_case", ["don", "t", "snake", "case"]),
        ("我们 go", ["我", "们", "go"]),
        ("VIP微信", ["vip", "微", "信"]),
        ("...", []),
    ],
)
def test_words_are_the_same_however_they_are_written(text, found):
    assert words(text) == found


def test_accents_make_other_words():
    assert words("año") != words("ano")
