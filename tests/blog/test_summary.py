from typing import Any

from wagtail.blocks import StreamValue

from blog.blocks import BodyBlock
from blog.summary import LOOKED_AT_CHARACTERS, SUMMARY_CHARACTERS, SUMMARY_WORDS, first_words


def body(*blocks: tuple[str, Any]) -> StreamValue:
    raw = [{"type": kind, "value": value, "id": None} for kind, value in blocks]
    return BodyBlock().to_python(raw)


def test_summary_is_the_first_paragraph_that_has_words() -> None:
    value = body(("heading", "Tonight"), ("paragraph", "<p> </p>"), ("paragraph", "<p>Come.</p>"))

    assert first_words(value) == "Come."


def test_summary_is_plain_text_with_spaces_between_paragraphs() -> None:
    value = body(("paragraph", "<p>Bread &amp; <b>roses</b></p><p>at noon</p>"))

    assert first_words(value) == "Bread & roses at noon"


def test_long_summary_is_cut_between_words() -> None:
    value = body(("paragraph", f"<p>{'word ' * 100}</p>"))

    assert first_words(value).split() == ["word"] * (SUMMARY_WORDS - 1) + ["word…"]


def test_words_without_spaces_are_cut_too() -> None:
    value = body(("paragraph", f"<p>{'word' * 1_000}</p>"))

    assert len(first_words(value)) == SUMMARY_CHARACTERS


def test_only_the_beginning_of_a_huge_paragraph_is_read() -> None:
    value = body(("paragraph", "<p></p>" * LOOKED_AT_CHARACTERS + "<p>late</p>"))

    assert first_words(value) == ""


def test_body_without_words_has_no_summary() -> None:
    assert first_words(body()) == ""


def test_references_to_footnotes_are_left_out_of_a_summary() -> None:
    words = ("paragraph", "<p>It is so.[1] And so [23] too.</p>")
    notes = ("footnotes", {"notes": ["<p>The minutes.</p>"]})

    assert first_words(body(words, notes)) == "It is so. And so too."
    assert first_words(body(words)) == "It is so.[1] And so [23] too."
