from typing import Any

import pytest
from wagtail.blocks import StreamValue

from blog.blocks import BodyBlock
from blog.reading_time import minutes


def body(*blocks: tuple[str, Any]) -> StreamValue:
    raw = [{"type": kind, "value": value, "id": None} for kind, value in blocks]
    return BodyBlock().to_python(raw)


def words(number: int) -> tuple[str, str]:
    return ("paragraph", f"<p>{'<b>word</b> ' * number}</p>")


@pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 1), (238, 1), (239, 2), (2_380, 10)])
def test_whole_minutes_are_rounded_up(number: int, expected: int) -> None:
    assert minutes(body(words(number)), "en") == expected


def test_words_of_all_blocks_count() -> None:
    assert minutes(body(words(120), words(120)), "en") == 2


def test_spanish_is_read_at_its_own_pace() -> None:
    assert minutes(body(words(278)), "es") == 1


def test_language_without_a_figure_is_read_like_english() -> None:
    assert minutes(body(words(239)), "tlh") == 2
