"""Words that are spelled to be overlooked."""

import pytest

from comments.spam.reading.spelling import join_spaced_letters, spell_out_leet


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("b u y", "buy", 1),
        ("b u y  n o w", "buy  now", 2),
        ("please b u y now", "please buy now", 1),
        ("c h e a p  m y  p i l l s", "cheap  my  pills", 2),
        ("b.u.y.s", "buys", 1),
        ("c-h-e-a-p p_i_l_l_s", "cheap pills", 2),
    ],
)
def test_spaced_letters_are_joined_and_runs_counted(typed: str, meant: str, count: int) -> None:
    assert join_spaced_letters(typed) == (meant, count)


@pytest.mark.parametrize(
    "honest",
    [
        "A B or not",
        "I was in U.S. custody",
        "e.g. this",
        "a-b",
        "J. R. was here",
        "plan A is plan B",
        "well-known mother-in-law",
        "wait . . for me",
    ],
)
def test_honest_short_words_and_abbreviations_stay(honest: str) -> None:
    assert join_spaced_letters(honest) == (honest, 0)


def test_letters_parted_by_different_signs_stay() -> None:
    assert join_spaced_letters("a.b-c.d") == ("a.b-c.d", 0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("m0ney", "money"),
        ("fr3e c4sh", "free cash"),
        ("$ubscribe", "subscribe"),
        ("0nline cas1no", "online casino"),
        ("v!agra", "viagra"),
        ("m0ney!!", "money!!"),
    ],
)
def test_digits_and_signs_inside_words_are_letters(typed: str, meant: str) -> None:
    text, count = spell_out_leet(typed)
    assert text == meant
    assert count == len(typed.split())


@pytest.mark.parametrize(
    "honest",
    [
        "the 2nd of 10",
        "covid19",
        "$15 an hour!",
        "300 people",
        "wow!!!",
        "24/7",
        "i485 and n400",
        "b2b and h2o",
        "write to info@clinic.example or ana.m@school.example!",
    ],
)
def test_honest_numbers_amounts_and_addresses_stay(honest: str) -> None:
    assert spell_out_leet(honest) == (honest, 0)
