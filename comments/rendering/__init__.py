"""The one place where a reader's text, or imported HTML, becomes HTML."""

from comments.rendering.cleanup import clean_name, clean_text
from comments.rendering.normal_html import words_only
from comments.rendering.pipeline import (
    PIPELINE_VERSION,
    Rendered,
    clean_html,
    from_store,
    loses_text,
    render,
    to_html,
)

__all__ = [
    "PIPELINE_VERSION",
    "Rendered",
    "clean_html",
    "clean_name",
    "clean_text",
    "from_store",
    "loses_text",
    "render",
    "to_html",
    "words_only",
]
