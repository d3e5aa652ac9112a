"""Text without any form: what is shown when the pipeline gives up."""

import re

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from comments.rendering.cleanup import without_controls

_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_LINE_BREAK = mark_safe("<br>")


def plain_paragraphs(text: str) -> SafeString:
    """`text` escaped: a paragraph for each block of lines, `<br>` for each line end."""
    blocks = _EMPTY_LINES.split(without_controls(text).strip())
    return format_html_join("\n", "<p>{}</p>", ((_lines(block),) for block in blocks if block))


def _lines(block: str) -> SafeString:
    return format_html_join(_LINE_BREAK, "{}", ((line,) for line in block.split("\n")))
