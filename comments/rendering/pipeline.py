"""From a reader's text, or imported HTML, to the HTML of a comment.

clean-up -> Markdown (or normalised HTML) -> bleach -> nh3. No step follows nh3: most stored XSS of
other systems came from rewriting HTML that was already clean.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from comments.rendering.cleanup import clean_text, without_controls
from comments.rendering.first_wall import first_clean
from comments.rendering.markdown import drops_lines, parse, to_unsafe_html
from comments.rendering.normal_html import depth, normalise, words_only
from comments.rendering.plain import plain_paragraphs
from comments.rendering.second_wall import last_clean

PIPELINE_VERSION = 1
"""Stored with every rendered comment; raise it when the same source gives other HTML."""

MAX_MARKDOWN_CHARACTERS = 20_000
"""For Markdown that comes in by import; forms take less. 0.35 s CPU for the worst shape."""
MAX_HTML_CHARACTERS = 50_000
MAX_NORMAL_CHARACTERS = 2 * MAX_HTML_CHARACTERS
"""Hostile shapes grow sixfold when their elements are closed, and then cost seconds."""
MAX_HTML_DEPTH = 10

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rendered:
    """A comment's HTML. A fallback holds the words without any form: such a comment is held."""

    html: SafeString
    is_fallback: bool

    @property
    def words(self) -> str:
        """What a reader sees of it: the text without its form, not safe between tags."""
        return words_only(self.html)


class TextTooComplex(Exception):
    """The text is too long or too deep to be given a form; `words` is what to show instead."""

    def __init__(self, words: str) -> None:
        super().__init__("too long or too deeply nested")
        self.words = words


def render(source: str) -> Rendered:
    """A reader's Markdown as HTML that is safe between tags, and whether it had to be given up.

    Never raises.
    """
    return _guarded(_from_markdown, source)


def to_html(source: str) -> SafeString:
    """A reader's Markdown as HTML that is safe between tags (never in an attribute)."""
    return render(source).html


def clean_html(html: str) -> SafeString:
    """Imported HTML under the same policy as `to_html`. Cleaning twice changes nothing."""
    return _guarded(_from_html, html).html


def from_store(html: str) -> SafeString:
    """HTML that `render`, `to_html` or `clean_html` made and the database kept since."""
    return mark_safe(html)  # noqa: S308  (made by this pipeline)


def loses_text(source: str) -> bool:
    """Whether Markdown would drop words of `source` because they are nested too deeply.

    Never raises: what cannot even be parsed is for `render` to give up, and to log.
    """
    try:
        text = clean_text(source)
        return len(text) <= MAX_MARKDOWN_CHARACTERS and drops_lines(parse(text), text)
    except Exception:  # noqa: BLE001  broad for the reason that `_guarded` gives
        return False


def _from_markdown(source: str) -> str:
    text = clean_text(source)
    if len(text) > MAX_MARKDOWN_CHARACTERS:
        raise TextTooComplex(text)
    tokens = parse(text)
    if drops_lines(tokens, text):
        raise TextTooComplex(text)
    return last_clean(first_clean(to_unsafe_html(tokens)))


def _from_html(html: str) -> str:
    written = without_controls(html)
    if len(written) > MAX_HTML_CHARACTERS:
        raise TextTooComplex(written)
    normal = normalise(written)
    if len(normal) > MAX_NORMAL_CHARACTERS or depth(normal) > MAX_HTML_DEPTH:
        raise TextTooComplex(words_only(normal))
    return last_clean(first_clean(normal))


def _guarded(pipeline: Callable[[str], str], text: str) -> Rendered:
    try:
        # The one place that calls a reader's text safe.
        return Rendered(mark_safe(pipeline(text)), is_fallback=False)  # noqa: S308
    except TextTooComplex as refusal:
        return Rendered(plain_paragraphs(refusal.words), is_fallback=True)
    except Exception:
        # Broad on purpose: three parsers by three hands read hostile text here, none of them
        # names its errors, and one comment must not take a whole page down with it.
        logger.exception("A comment could not be rendered; its text is shown as it was written")
        return Rendered(plain_paragraphs(text), is_fallback=True)
