import pytest

from blog.searching.excerpt import IN_ALL, LOOKED_AT_CHARACTERS, Piece, excerpt, marked


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The night bus", ["bus"], "The night [bus]"),
        ("Buses, a bus!", ["bus"], "[Buses], a [bus]!"),
        ("Buses, a bus!", ["bus", "night"], "Buses, a [bus]!"),
        ("Sr. López", ["lopez"], "Sr. [López]"),
        ("The night bus", ["night", "bus"], "The [night] [bus]"),
        ("A bus", ["a", "bu"], "[A] bus"),
        ("Nothing", ["bus"], "Nothing"),
        ("Nothing", [], "Nothing"),
        ("", ["bus"], ""),
        ("<b>bus</b>", ["bus"], "<b>[bus]</b>"),
    ],
)
def test_words_looked_for_are_marked_as_they_are_written(
    text: str, words: list[str], expected: str
) -> None:
    assert shown(marked(text, words)) == expected


def test_short_text_is_shown_whole() -> None:
    assert shown(excerpt("The night bus", ["bus"])) == "The night [bus]"


def test_long_text_is_shown_around_its_first_hit() -> None:
    text = "before " * 100 + "bus " + "after " * 100

    found = shown(excerpt(text, ["bus"]))

    assert found.startswith("…before before")
    assert "[bus]" in found
    assert found.endswith("after…")
    assert len(found) < IN_ALL + 10


def test_text_without_a_hit_is_shown_from_its_beginning() -> None:
    assert shown(excerpt("word " * 100, ["bus"])).startswith("word word")


def test_hit_far_inside_a_huge_text_is_not_looked_for() -> None:
    text = "x" * LOOKED_AT_CHARACTERS + " bus"

    assert shown(excerpt(text, ["bus"])).startswith("xxx")


@pytest.mark.parametrize("text", ["bus" * 500, "x" * 100 + "," + "bus" * 500])
def test_text_without_blanks_is_cut_all_the_same(text: str) -> None:
    assert len(shown(excerpt(text, ["bus"]))) < IN_ALL + 10
