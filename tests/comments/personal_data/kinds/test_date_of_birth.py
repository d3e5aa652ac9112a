import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    ("cue", "date"),
    [
        ("DOB", "05/03/1984"),
        ("d.o.b.:", "5-3-84"),
        ("date of birth", "March 3, 1984"),
        ("born on", "3 May 1984"),
        ("birthday", "1984-05-03"),
        ("nací el", "3 de mayo de 1984"),
        ("nacida en Oaxaca el", "12/11/2001"),
        ("fecha de nac.", "3.5.1984"),
        ("mi cumpleaños es el", "5 enero 1979"),
        ("DOB", "05031984"),
        ("bday", "Sept. 14th 1991"),
        ("born", "22-ago-1995"),
    ],
)
def test_whole_date_beside_a_word_of_birth_is_found(cue, date):
    assert found(f"{cue} {date}") == [("date_of_birth", date)]


def test_words_may_follow():
    assert found("5/3/1984 (DOB)") == [("date_of_birth", "5/3/1984")]


@pytest.mark.parametrize(
    "text",
    [
        "born in 1984",
        "children born after February 19, 2025",
        "los nacidos después del 19 de febrero de 2025",
        "the hearing on 05/03/2026",
        "The nation was born on July 4, 1776",
        "born on a Monday, 12 of us",
        "She was born here. On May 3, 2025 they came",
        "nació en 1999 en El Paso",
    ],
)
def test_years_laws_and_other_days_are_none(text):
    assert found(text) == []
