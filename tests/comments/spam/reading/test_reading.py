"""Reading a text as a person would."""

import pytest

from comments.spam.reading import MAX_CHARACTERS, STEPS, read
from tests.comments.spam.attacks import (
    ADDRESS_TRICKS,
    ATTACKS,
    DISGUISES,
    HONEST_SENTENCES,
    PADDING,
    a_chance,
)

SPAM = (
    "Cheap replica watches online, subscribe to my channel today and visit "
    "https://timecopy.com/deals for special discount prices!"
)
WORDS = (
    "cheap replica watches online, subscribe to my channel today and visit timecopy.com for "
    "special discount prices!"
)
SEEDS = range(5)
BUY_NOW = "\uff22\uff55\uff59 NOW"


def words_read(text: str) -> str:
    return " ".join(read(text).text.split())


def test_a_plain_text_is_read_as_it_is_in_small_letters() -> None:
    reading = read("The Sheriff promised us a meeting.")
    assert reading.text == "the sheriff promised us a meeting."
    assert reading.hosts == ()
    assert set(reading.found.values()) == {0}


def test_what_came_is_kept_beside_what_was_read() -> None:
    assert read(BUY_NOW).typed == BUY_NOW
    assert read(BUY_NOW).text == "buy now"


def test_every_step_says_how_often_it_found_something() -> None:
    assert read("").found.keys() == {"leet", *(name for name, _step in STEPS)}


def test_text_is_cut_before_it_is_read() -> None:
    assert read("a" * MAX_CHARACTERS + "b").typed == "a" * MAX_CHARACTERS
    assert "b" not in read("a" * MAX_CHARACTERS + "b").text


def test_a_character_that_becomes_many_does_not_lengthen_the_text() -> None:
    assert len(read("\ufdfa" * MAX_CHARACTERS).text) <= MAX_CHARACTERS


def test_addresses_are_read_as_their_hosts() -> None:
    reading = read("See https://www.News.example/2026/a?b=c and HTTPS://city.example:8000")
    assert reading.hosts == ("news.example", "city.example")
    assert reading.text.split() == ["see", "news.example", "and", "city.example"]


def test_hosts_are_told_in_order_with_repetitions() -> None:
    assert read("b.com a.com b.com/x").hosts == ("b.com", "a.com", "b.com")


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("seed", SEEDS)
def test_disguised_words_are_read_as_they_are_meant(name: str, seed: int) -> None:
    hidden = DISGUISES[name](SPAM, a_chance(seed))
    assert words_read(hidden) == WORDS


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_is_counted(name: str) -> None:
    assert sum(read(DISGUISES[name](SPAM, a_chance(1))).found.values()) >= 1


@pytest.mark.parametrize("name", PADDING)
@pytest.mark.parametrize("seed", SEEDS)
def test_padded_words_are_all_still_there(name: str, seed: int) -> None:
    assert WORDS in words_read(PADDING[name](SPAM, a_chance(seed)))


@pytest.mark.parametrize("name", ADDRESS_TRICKS.keys() - {"borrowed subdomain"})
@pytest.mark.parametrize("seed", SEEDS)
def test_tricks_with_addresses_do_not_hide_the_host(name: str, seed: int) -> None:
    assert read(ADDRESS_TRICKS[name](SPAM, a_chance(seed))).hosts == ("timecopy.com",)


def test_a_borrowed_subdomain_is_not_taken_for_the_host_that_it_names() -> None:
    hidden = ADDRESS_TRICKS["borrowed subdomain"](SPAM, a_chance(1))
    assert read(hidden).hosts == ("news.example.timecopy.com",)


@pytest.mark.parametrize("sentence", HONEST_SENTENCES)
def test_nothing_is_found_in_honest_sentences(sentence: str) -> None:
    assert sum(read(sentence).found.values()) == 0


@pytest.mark.parametrize("name", ATTACKS)
def test_reading_twice_changes_nothing_more(name: str) -> None:
    once = words_read(ATTACKS[name](SPAM, a_chance(1)))
    assert words_read(once) == once
