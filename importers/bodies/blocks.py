"""The blocks of a body in the making, in the raw form that a StreamField keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

# JSON of one block: text, or a mapping for a block of several fields.
Value = str | Mapping[str, Any]


@dataclass(frozen=True)
class Block:
    """One block: its type in blog/blocks.py and its raw value."""

    type: str
    value: Value


class BlockList:
    """Collects rich text into paragraph blocks, divided by blocks of other types."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._rich_text: list[str] = []

    def add_rich_text(self, html: str) -> None:
        """Append to the running paragraph block."""
        if html:
            self._rich_text.append(html)

    def add(self, kind: str, value: Value) -> None:
        """Append a block of another type."""
        self._close()
        self._blocks.append(Block(kind, value))

    def add_caption(self, words: str) -> bool:
        """Give the words to the image that was added last; False where that is no image."""
        last = self._blocks[-1] if self._blocks and not self._rich_text else None
        if last is None or last.type != "image" or not isinstance(last.value, Mapping):
            return False
        self._blocks[-1] = Block("image", {**last.value, "caption": words})
        return True

    def add_link(self, url: str) -> None:
        """Append a paragraph that links to what cannot be shown."""
        shown = escape(url)
        self.add_rich_text(f'<p><a href="{shown}">{shown}</a></p>')

    def finished(self) -> list[Block]:
        """All blocks, in the order of the text."""
        self._close()
        return self._blocks

    def _close(self) -> None:
        if self._rich_text:
            self._blocks.append(Block("paragraph", "".join(self._rich_text)))
            self._rich_text = []
