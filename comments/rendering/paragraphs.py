"""The filter for block elements that a comment may not hold: their text stays in paragraphs."""

from collections.abc import Iterable, Iterator

from comments.rendering.policy import FOREIGN_BLOCKS, RENAMED
from comments.rendering.tokens import Token, end_tag, line_break, start_tag, text_of

_POLICY_BLOCKS = frozenset({"p", "blockquote", "ul", "ol", "li", "pre"})
_OWN = "a paragraph of ours"
_SUSPENDED = "an element closed before its end tag"


def paragraphed(source: Iterable[Token]) -> Iterator[Token]:
    """The same tokens without foreign blocks, and with bare text in paragraphs.

    Text directly under the comment or a quote gets a `<p>`; foreign blocks and two `<br>` end it.
    Inside other elements a foreign block becomes `<br>`.
    """
    flow = _Flow()
    for token in source:
        yield from flow.read(token)
    yield from flow.close_own()


class _Flow:
    """Where in the output the stream is: which elements are open, which breaks wait for text."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._breaks = 0
        self._line_has_text = False

    def read(self, token: Token) -> Iterator[Token]:
        name = token.get("name")
        if name in FOREIGN_BLOCKS:
            yield from self._end_line()
        elif name == "br":
            yield from self._break(token)
        elif token["type"] == "StartTag":
            yield from self._start({**token, "name": RENAMED.get(token["name"], name)})
        elif token["type"] == "EndTag":
            yield from self._end({**token, "name": RENAMED.get(token["name"], name)})
        else:
            yield from self._text(token)

    def close_own(self) -> Iterator[Token]:
        if self._within(_OWN):
            self._open.pop()
            self._new_line()
            yield end_tag("p")

    def _end_line(self) -> Iterator[Token]:
        if self._within(_OWN):
            yield from self.close_own()
        elif not self._needs_paragraph() and self._line_has_text:
            self._breaks = 1

    def _break(self, token: Token) -> Iterator[Token]:
        if self._within(_OWN):
            self._breaks += 1
        elif not self._needs_paragraph():
            self._new_line()
            yield token

    def _start(self, token: Token) -> Iterator[Token]:
        if token["name"] in _POLICY_BLOCKS:
            yield from self._leave_own()
            self._new_line()
        else:
            yield from self._make_room()
        self._open.append(token["name"])
        yield token

    def _end(self, token: Token) -> Iterator[Token]:
        yield from self.close_own()
        if self._open.pop() != _SUSPENDED:
            yield token

    def _leave_own(self) -> Iterator[Token]:
        """Ends our paragraph and what is open in it: a block cannot stand inside."""
        if _OWN not in self._open:
            return
        own = self._open.index(_OWN)
        inside = self._open[own + 1 :]
        yield from (end_tag(name) for name in reversed(inside) if name != _SUSPENDED)
        yield end_tag("p")
        self._open[own:] = [_SUSPENDED] * len(inside)

    def _text(self, token: Token) -> Iterator[Token]:
        if text_of(token).strip():
            yield from self._make_room()
            self._line_has_text = True
            yield token
        elif not self._breaks and not (self._needs_paragraph() and token["type"] == "Entity"):
            yield token

    def _make_room(self) -> Iterator[Token]:
        """What must stand before text: a paragraph around it, or the breaks that waited for it."""
        if self._within(_OWN) and self._breaks > 1:
            yield from self.close_own()
        elif self._breaks:
            self._new_line()
            yield line_break()
        if self._needs_paragraph():
            self._open.append(_OWN)
            yield start_tag("p")

    def _new_line(self) -> None:
        self._breaks = 0
        self._line_has_text = False

    def _needs_paragraph(self) -> bool:
        around = [name for name in self._open if name != _SUSPENDED]
        return not around or around[-1] == "blockquote"

    def _within(self, name: str) -> bool:
        return bool(self._open) and self._open[-1] == name
