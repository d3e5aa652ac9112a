import pytest

from comments.personal_data.kinds.address_words import (
    has_cue,
    has_strong_cue,
    is_followed_by_a_crowd,
    is_the_end,
)


@pytest.mark.parametrize(
    ("before", "strong", "any_cue"),
    [
        ("she lives at ", True, True),
        ("mi direccion es ", True, True),
        ("vans near ", False, True),
        ("arrested ", False, False),
        ("i live far. ", False, False),
    ],
)
def test_words_before_tell_a_home_from_a_place(before, strong, any_cue):
    assert has_strong_cue(before, len(before)) == strong
    assert has_cue(before, len(before)) == any_cue


@pytest.mark.parametrize(
    ("after", "ends"), [("", True), (", come", True), (" right now", True), (" protesters", False)]
)
def test_words_after_tell_whether_an_address_ends(after, ends):
    assert is_the_end(after, 0) == ends


@pytest.mark.parametrize(
    ("after", "crowd"),
    [(" residents", True), (" gente", True), (" is", False), (".", False), (" thanks", False)],
)
def test_plurals_and_people_are_a_crowd(after, crowd):
    assert is_followed_by_a_crowd(after, 0) == crowd
