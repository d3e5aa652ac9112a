"""The attacks themselves; what reading makes of them is tested with it."""

import pytest

from tests.comments.spam.attacks import (
    ADDRESS_TRICKS,
    ATTACKS,
    DISGUISES,
    HONEST_SENTENCES,
    PADDING,
    a_chance,
)

PLAIN = "Subscribe to this special channel and watch the cheapest replica watches on sale"
LINKED = f"{PLAIN}: https://shop.example/deals?x=1"


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("seed", range(10))
def test_each_attack_changes_the_text(name: str, seed: int) -> None:
    assert ATTACKS[name](LINKED, a_chance(seed)) != LINKED


@pytest.mark.parametrize("name", ATTACKS)
def test_the_same_chance_makes_the_same_attack(name: str) -> None:
    attack = ATTACKS[name]
    assert attack(LINKED, a_chance(7)) == attack(LINKED, a_chance(7))


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_leaves_no_word_that_a_filter_would_look_for(name: str) -> None:
    hidden = DISGUISES[name](PLAIN, a_chance(1)).lower()
    assert sum(word in hidden for word in PLAIN.lower().split() if len(word) > 6) <= 2


@pytest.mark.parametrize("name", PADDING)
def test_padding_leaves_the_words_and_adds_honest_ones(name: str) -> None:
    padded = PADDING[name](PLAIN, a_chance(1))
    assert PLAIN in padded
    assert len(padded) > 1.5 * len(PLAIN)


@pytest.mark.parametrize("name", ADDRESS_TRICKS)
def test_tricks_with_addresses_change_only_addresses(name: str) -> None:
    trick = ADDRESS_TRICKS[name]
    assert trick(PLAIN, a_chance(1)) == PLAIN
    assert trick(LINKED, a_chance(1)).startswith(PLAIN)


def test_look_alikes_leave_a_latin_letter_in_every_word() -> None:
    """Or it would be an honest word of another script."""
    hidden = DISGUISES["look-alikes"](PLAIN, a_chance(3))
    assert all(any("a" <= c <= "z" for c in word.lower()) for word in hidden.split())


def test_honest_sentences_are_told_apart() -> None:
    assert len(set(HONEST_SENTENCES)) == len(HONEST_SENTENCES)
