import numpy as np
import pytest

from comments.spam.alike import ALIKE_FROM, PLACES, Sketch, bands_of, likeness, sketch_of

PETITION = (
    "Dear Sheriff, end the contract with the private prison now. Our neighbours belong with "
    "their families. I ask you to meet with the coalition before the first of March."
)
WITH_MY_NAME = f"{PETITION} Ana from Redwood Street"
ANOTHER = (
    "Thank you all for standing with us yesterday evening, more than three hundred people came "
    "and sang together in the rain until the last bus had left the plaza."
)


def sketched(text):
    sketch = sketch_of(text)
    assert sketch
    return sketch


def share(one, other):
    return likeness(sketched(one), sketched(other))


def test_a_text_is_all_like_itself_and_unlike_another():
    assert share(PETITION, PETITION) == 1
    assert share(PETITION, ANOTHER) < 0.1


def test_a_name_below_a_petition_leaves_it_alike():
    assert ALIKE_FROM <= share(PETITION, WITH_MY_NAME) < 1


def test_signs_gaps_capitals_and_tricks_make_no_difference():
    disguised = PETITION.upper().replace(" ", " \n ").replace(".", "!!").replace("N", "N\u200b")
    assert share(PETITION, disguised) == 1


def test_addresses_are_compared_by_their_hosts():
    there, elsewhere = "https://shop.example/a?ref=1", "http://www.shop.example/other/page"
    assert share(f"{PETITION} {there}", f"{PETITION} {elsewhere}") == 1


def test_likeness_is_near_the_true_share_of_stretches():
    def stretches(text):
        return {text[start : start + 5] for start in range(len(text) - 4)}

    one, other = "abcdefghij" * 1 + "klmnopqrstuvwxyz" * 4, "klmnopqrstuvwxyz" * 4
    true = len(stretches(one) & stretches(other)) / len(stretches(one) | stretches(other))
    assert share(one, other) == pytest.approx(true, abs=0.15)


def test_texts_alike_share_a_band_and_others_none():
    bands = set(bands_of(sketched(PETITION)))
    assert bands & set(bands_of(sketched(WITH_MY_NAME)))
    assert not bands & set(bands_of(sketched(ANOTHER)))


def test_there_are_sixteen_bands_that_a_database_holds_as_numbers():
    bands = bands_of(sketched(PETITION))
    assert len(set(bands)) == 16
    assert all(0 <= band < 2**63 for band in bands)


def test_the_same_numbers_in_another_place_are_another_band():
    same = Sketch(np.zeros(PLACES, np.uint32))
    assert len(set(bands_of(same))) == 16


@pytest.mark.parametrize("text", ["", "....................!!", "\u200b" * 50])
def test_what_has_no_word_has_no_sketch(text):
    assert sketch_of(text) is None


def test_a_short_text_is_only_like_the_very_same():
    thanks = sketch_of("Thank you!")
    assert likeness(thanks, sketch_of("THANK YOU")) == 1.0
    assert likeness(thanks, sketch_of("Thank you all")) < 0.1


def test_a_sketch_is_kept_as_bytes_and_comes_back():
    sketch = sketched(PETITION)
    assert likeness(Sketch.from_bytes(bytes(sketch)), sketch) == 1
    assert len(bytes(sketch)) == 256


@pytest.mark.parametrize("data", [b"", b"\0" * 252, b"\0" * 260, b"\0" * 255])
def test_bytes_that_are_no_sketch_are_refused(data):
    with pytest.raises(ValueError, match=r"places|multiple of element size"):
        Sketch.from_bytes(data)


def test_what_is_kept_stays_comparable_for_ever():
    """Whoever changes how texts are sketched makes all that are kept worthless."""
    kept = [8726494444183344934, 5123374789511441165]
    assert bands_of(sketched(PETITION))[:2] == kept


def test_letters_of_any_script_are_compared():
    assert (
        share("Нет закрытым тюрьмам, освободите всех", "нет закрытым тюрьмам освободите всех") == 1
    )
