"""Which words of a link say nothing of where it leads, in English and Spanish."""

import pytest

from blog.checks import vague_links
from blog.checks.vague_links import is_vague


@pytest.mark.parametrize(
    "text",
    [
        "here", "Here.", "HERE", "click here", "Click  Here!", "→ here", "“here”", "read more…",
        "More »", "this link", "aquí", "AQUÍ", "Haga clic aquí", "haz clic aqui.", "Leer más",
        "¡Más información!", "este enlace", " here\n",
    ],
)  # fmt: skip
def test_words_that_say_nothing(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "hereafter", "Sign the petition", "where to go", "There", "the hearing is here to stay",
        "Read more about the county vote", "Más derechos para todos", "aquí en el condado", "Ira",
        "https://example.org/here",
    ],
)  # fmt: skip
def test_words_that_say_something(text: str) -> None:
    assert not is_vague(text)


def test_both_languages_of_the_newsroom_are_there(settings) -> None:
    assert set(vague_links.VAGUE) == {code for code, _name in settings.LANGUAGES}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>Sign <a href="x">here</a>.</p>', True),
        ('<p>Sign <a href="x"><b>Click&nbsp;here</b> &raquo;</a>.</p>', True),
        ('<p>Here: <a href="x">the petition</a></p>', False),
        ("<p>Click here</p>", False),
        ('<abbr title="x">here</abbr>', False),
        ("<a>" * 2_000, False),
    ],
)
def test_only_the_words_of_links_count(html: str, expected: bool) -> None:
    assert vague_links.has_any(html) is expected
