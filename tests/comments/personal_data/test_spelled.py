import pytest

from comments.personal_data.folding import folded
from comments.personal_data.spelled import with_digits


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("call two one three five five five oh one", "call 21355501"),
        ("dos uno tres cinco cinco cinco cero", "2135550"),
        ("2 1 3 - 5 5 5 - 0", "2135550"),
        ("two one three 5 5 5 cero, ok", "2135550, ok"),
        ("one two three four five six", "one two three four five six"),
        ("1, 2, 3, 4, 5, 6, 7", "1, 2, 3, 4, 5, 6, 7"),
        ("1 2 3 4 5 6 70", "1 2 3 4 5 6 70"),
        ("uno dos tres por mi", "uno dos tres por mi"),
        ("213-555-o142, 2l3 5o5", "213-555-0142, 213 505"),
        ("4 o 5, 1o de mayo, no. 5", "4 o 5, 1o de mayo, no. 5"),
    ],
)
def test_seven_spelled_digits_in_a_row_are_written_together(text, plain):
    assert with_digits(folded(text)).text == plain


def test_digits_know_the_words_they_were():
    text = "ok: two one three five five five zero!"
    plain = with_digits(folded(text))
    place = plain.text.index("2135550")
    assert text[plain.starts[place] : plain.ends[place]] == "two"
    assert text[plain.starts[place + 6] : plain.ends[place + 6]] == "zero"
    assert plain.text.endswith("!")
