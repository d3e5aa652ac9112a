"""The mark for the editor's checks."""

import pytest
from wagtail.rich_text import RichText

from blog.templatetags.editor_marks import vague_link_mark


@pytest.mark.parametrize(("words", "mark"), [("here", "data-has-vague-link"), ("the petition", "")])
def test_a_text_with_a_link_that_says_nothing_is_marked(words: str, mark: str) -> None:
    assert vague_link_mark(RichText(f'<p>Sign <a href="x">{words}</a></p>')) == mark
