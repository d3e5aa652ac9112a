"""What marks a text beside its words."""

import pytest

from comments.spam.marks import MARKS, marks_of
from comments.spam.reading import read

HONEST = "The sheriff promised us a meeting in March. Who else was there?"


def shown(text: str) -> dict[str, float]:
    values = zip(MARKS, marks_of(read(text)), strict=True)
    return {mark.name: value for mark, value in values if value}


def test_an_honest_sentence_shows_only_its_capitals() -> None:
    assert shown(HONEST).keys() == {"capitals"}


def test_nothing_shows_nothing() -> None:
    assert shown("") == {}


def test_names_are_told_apart() -> None:
    assert len({mark.name for mark in MARKS}) == len(MARKS)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("invisible", "che\u200bap"),
        ("compatibility", "\uff42uy"),
        ("look_alikes", "p\u0430ypal"),
        ("repaired_addresses", "hxxp://shop.example"),
        ("spaced_letters", "b u y"),
        ("leet", "m0ney"),
        ("links", "https://shop.example"),
        ("hosts", "https://shop.example"),
        ("shorteners", "https://bit.ly/abc"),
        ("emails", "write to seo@rank.example"),
        ("phones", "call +1 (800) 555-0199 now"),
        ("money", "earn $ 300"),
        ("money", "300 dollars a day"),
        ("money", "300 \u20ac al mes"),
        ("forum_markup", "[url=x]"),
        ("html_links", "<a href='x'>"),
        ("exclamations", "now!"),
    ],
)
def test_each_mark_shows_where_it_is(name: str, text: str) -> None:
    assert 0 < shown(text)[name] < 1
    assert name not in shown(HONEST)


@pytest.mark.parametrize("text", ["on 12/03/2026 at 6:30", "in 1998 and 2004", "case 26-0412"])
def test_dates_and_short_numbers_are_no_phones(text: str) -> None:
    assert "phones" not in shown(text)


def test_links_count_each_and_hosts_each_once() -> None:
    marks = shown("https://a.example/1 https://a.example/2 https://b.example")
    assert (marks["links"], marks["hosts"]) == (1, pytest.approx(2 / 3))


def test_share_of_capitals_needs_a_few_letters() -> None:
    assert shown("NOBODY ASKED ME")["capitals"] == pytest.approx(1)
    assert shown("Nobody asked US")["capitals"] == pytest.approx(3 / 13)
    assert "capitals" not in shown("OK")


def test_no_mark_grows_beyond_one() -> None:
    assert max(marks_of(read("B U Y https://bit.ly/a hxxp://x m0ney $1 !" * 50))) == 1


def test_marks_do_not_tell_how_long_an_honest_text_is() -> None:
    assert shown(HONEST * 20).keys() == shown(HONEST).keys()
