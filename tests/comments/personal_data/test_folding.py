import sys

import pytest

from comments.personal_data.folding import fold, folded


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("A", "a"),
        ("Ñ", "n"),
        ("\uff13", "3"),  # full-width
        ("\u0663", "3"),  # Arabic-Indic
        ("\u200b", ""),  # zero width space
        ("\u0301", ""),  # an accent alone
        ("\u2011", "-"),
        ("\u00a0", " "),
        ("\u2019", "'"),
        ("\u00ba", "°"),
        ("\u0410", "a"),  # Cyrillic
        ("\u2116", "#"),
        ("\u00b2", "\u00b2"),  # a footnote's number stays apart
        ("\ufdfa", "\ufdfa"),  # eighteen letters in one sign stay one sign
    ],
)
def test_signs_become_what_the_eye_reads(written, plain):
    assert fold(written) == plain


def test_no_sign_becomes_longer():
    assert max(len(fold(chr(code))) for code in range(sys.maxunicode + 1)) == 1


@pytest.mark.parametrize("text", ["Call 213", "e\u0301l\u200b 2\n\t1", "\uff23all 😀 213", ""])
def test_every_plain_character_knows_where_it_was_written(text):
    plain = folded(text)
    for sign, start, end in zip(plain.text, plain.starts, plain.ends, strict=True):
        assert fold(text[start:end]) == sign
