from importers.notes import SHOWN_PER_LIST, Notes


def test_a_long_list_shows_its_first_thousand_and_counts_the_rest() -> None:
    notes = Notes()
    for number in range(SHOWN_PER_LIST + 7):
        notes.add("places", str(number))
    shown = notes.lists()["places"]
    assert shown[0] == "0"
    assert shown[-1] == "… 7 more"
    assert len(shown) == SHOWN_PER_LIST + 1
    assert notes.counts() == {"places": SHOWN_PER_LIST + 7}


def test_a_short_list_is_shown_whole() -> None:
    notes = Notes()
    notes.add("places", "a")
    assert notes.lists() == {"places": ["a"]}
    assert notes.count_of("places") == 1
    assert notes.count_of("nothing") == 0


def test_nothing_is_left_after_clearing() -> None:
    notes = Notes()
    notes.add("places", "a")
    notes.clear()
    assert notes.lists() == {}
    assert notes.counts() == {}
