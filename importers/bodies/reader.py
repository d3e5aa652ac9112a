"""Reads an imported body and writes it as blocks that an editor can go on editing.

It follows the tags of sanitised HTML one by one, without a tree, so neither depth nor size can
stop it; every tag that comes out is written here, and every word that goes in comes out.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Protocol

from importers.bodies import elements
from importers.bodies.blocks import Block, BlockList
from importers.bodies.images import OldImage, is_picture, read_image
from importers.bodies.inline import Line, Mark
from importers.bodies.lists import ListTree
from importers.bodies.sanitise import sanitise

Attributes = list[tuple[str, str | None]]

BOLD, ITALIC = Mark("b"), Mark("i")
NO_BREAK_SPACE = "\u00a0"
# Deeper lists go on at this depth; no reader sees the difference, and no list exhausts us.
MAX_LIST_DEPTH = 6
CELL_SEPARATOR = " | "
CAPTION_CLASS = "tr-caption"


class Surroundings(Protocol):
    """What a body refers to: links, pictures, frames; and the ear that hears of losses."""

    def link(self, href: str) -> Mark | None:
        """The mark of a link, None where it may not be one."""

    def image(self, image: OldImage) -> Block | None:
        """The block of a picture, None where there is nothing to show."""

    def frame(self, url: str) -> Block | str:
        """The block of other people's content, or the address to link to instead, if any."""

    def lost(self, what: str) -> None:
        """Told what had to be left out or flattened."""


def read_body(html: str, surroundings: Surroundings) -> list[Block]:
    """The body's blocks, its text in the order of the source."""
    reader = _BodyReader(surroundings)
    reader.feed(sanitise(html))
    reader.close()
    return reader.finished()


@dataclass(frozen=True)
class _Inline:
    """An inline element that is open, and what it marks."""

    tag: str
    marks: tuple[Mark, ...]
    href: str


class _BodyReader(HTMLParser):
    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(convert_charrefs=True)
        self._around = surroundings
        self._blocks = BlockList()
        self._line = Line()
        self._inlines: list[_Inline] = []
        self._lists: list[ListTree] = []
        self._behind_list: list[Callable[[], None]] = []
        self._depth: Counter[str] = Counter()
        self._last_frame = ""

    def finished(self) -> list[Block]:
        """All blocks."""
        self._flush()
        return self._blocks.finished()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Tell blocks, headings, frames, pictures, breaks and inline elements apart."""
        values = {name: value or "" for name, value in attrs}
        if tag in elements.BLOCKS:
            self._open_block(tag, values)
        elif tag in elements.HEADINGS:
            self._flush()
            self._depth["heading"] += 1
        elif tag in elements.FRAMES:
            self._frame(tag, values.get(elements.FRAMES[tag], ""))
        elif tag in elements.LONE:
            self._lone(tag, values)
        else:
            self._inlines.append(self._inline(tag, values))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag opened; sanitised HTML is balanced."""
        if tag in elements.BLOCKS:
            self._close_block(tag)
        elif tag in elements.HEADINGS:
            self._close_heading()
        elif tag in elements.FRAMES:
            self._depth[tag] -= 1
        elif self._inlines:
            self._inlines.pop()

    def handle_data(self, data: str) -> None:
        """Take text into the line, as it is read where white space counts."""
        if self._depth["iframe"] > 0:
            return  # what a browser without frames would show
        lines = data.expandtabs(4).split("\n") if self._depth["pre"] else [data]
        for number, line in enumerate(lines):
            if number:
                self._line.add_break()
            indent = len(line) - len(line.lstrip(" ")) if self._depth["pre"] else 0
            self._line.add(NO_BREAK_SPACE * indent + line[indent:], self._marks())

    def _open_block(self, tag: str, values: dict[str, str]) -> None:
        if tag in elements.CELLS:
            self._open_cell(is_caption=CAPTION_CLASS in values.get("class", ""))
            return
        self._flush()
        if tag == "table":
            self._around.lost("table")
        if tag in elements.LISTS:
            self._lists.append(self._open_list(tag))
        elif tag == "li" and self._lists:
            self._lists[-1].open_item()
        self._depth[tag] += 1

    def _close_block(self, tag: str) -> None:
        if tag == "figcaption" or (tag in elements.CELLS and self._depth["caption"]):
            self._close_caption()
        if tag in elements.CELLS:
            return
        self._flush()
        self._depth[tag] -= 1
        if tag in elements.LISTS and self._lists:
            self._close_list(self._lists.pop())

    def _open_cell(self, *, is_caption: bool) -> None:
        self._depth["caption"] = int(is_caption)
        if self._line:
            self._line.add(CELL_SEPARATOR, ())

    def _close_caption(self) -> None:
        self._depth["caption"] = 0
        if not self._line.has_links and self._blocks.add_caption(self._line.plain()):
            self._line = Line()

    def _open_list(self, tag: str) -> ListTree:
        if not self._lists:
            return ListTree(tag)
        is_deep = len(self._lists) >= MAX_LIST_DEPTH
        return self._lists[-1] if is_deep else self._lists[-1].open_list(tag)

    def _close_list(self, tree: ListTree) -> None:
        if self._lists:
            return
        self._blocks.add_rich_text(tree.write())
        waiting, self._behind_list = self._behind_list, []
        for place in waiting:
            place()

    def _close_heading(self) -> None:
        self._depth["heading"] -= 1
        line = self._line
        if self._lists or line.has_links:
            self._flush(BOLD)  # a heading block holds words only
            return
        self._line = Line()
        if words := line.plain():
            self._blocks.add("heading", words)

    def _lone(self, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            self._line.add_break()
        elif tag == "hr":
            self._flush()
            self._place(lambda: self._blocks.add_rich_text("<hr/>"))
        else:
            self._image(values)

    def _image(self, values: dict[str, str]) -> None:
        href = next((inline.href for inline in reversed(self._inlines) if inline.href), "")
        image = read_image(values, href)
        if image.is_pixel:
            self._around.lost("a picture of one pixel")
            return
        if href and not is_picture(href):
            self._around.lost(f"the link around a picture: {href}")
        self._flush()
        block = self._around.image(image)
        if block is not None:
            self._place(lambda: self._blocks.add(block.type, block.value))

    def _frame(self, tag: str, url: str) -> None:
        if tag not in elements.VOID:
            self._depth[tag] += 1
        if not url or url == self._last_frame:
            return  # an <object> and the <embed> within it show the same
        self._last_frame = url
        self._flush()
        shown = self._around.frame(url)
        if isinstance(shown, Block):
            self._place(lambda: self._blocks.add(shown.type, shown.value))
        elif shown:
            self._place(lambda: self._blocks.add_link(shown))

    def _place(self, add: Callable[[], None]) -> None:
        """Now, or behind the list that is open: a list holds text alone."""
        if self._lists:
            self._behind_list.append(add)
        else:
            add()

    def _inline(self, tag: str, values: dict[str, str]) -> _Inline:
        href = values.get("href", "") if tag == "a" else ""
        if tag == "a" and not values:
            self._around.lost("a link to what is none of the web, mail or telephone")
        marks = [self._around.link(href)] if href else []
        style = values.get("style", "").replace(" ", "")
        if elements.MARKS.get(tag) == "b" or "font-weight:bold" in style:
            marks.append(BOLD)
        if elements.MARKS.get(tag) == "i" or "font-style:italic" in style:
            marks.append(ITALIC)
        return _Inline(tag, tuple(mark for mark in marks if mark), href)

    def _marks(self) -> tuple[Mark, ...]:
        """What is open, each element once; a heading is bold by itself."""
        marks = {mark.element: mark for inline in self._inlines for mark in inline.marks}
        if self._depth["heading"]:
            marks.pop("b", None)
        return tuple(marks.values())

    def _flush(self, around: Mark | None = None) -> None:
        """Write the line that is open, as paragraphs, quotation or lines of a list's item."""
        paragraphs = self._line.paragraphs()
        self._line = Line()
        if around:
            paragraphs = [f"{around.opening}{text}{around.closing}" for text in paragraphs]
        if self._lists:
            self._lists[-1].add_lines(paragraphs)
            return
        element = "blockquote" if self._depth["blockquote"] > 0 else "p"
        for text in paragraphs:
            self._blocks.add_rich_text(f"<{element}>{text}</{element}>")
