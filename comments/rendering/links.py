"""The filter for links: refused addresses lose their `<a>`, disguised ones show where they lead."""

from collections.abc import Callable, Iterable, Iterator

from comments.rendering.addresses import Address, names_another_address, parse_address
from comments.rendering.tokens import Token, attribute, characters, set_attribute, text_of

IsKept = Callable[[str], bool]
"""Whether the last sanitiser will keep an href."""


def checked_links(source: Iterable[Token], *, is_kept: IsKept) -> Iterator[Token]:
    """The same tokens with every `<a>` leading to an allowed address, or gone around its words.

    A link whose words look like another address gets the true host or mailbox after them.
    """
    link = _Link(is_kept)
    for token in source:
        if token.get("name") != "a":
            link.read(token)
            yield token
        elif token["type"] == "EndTag":
            yield from link.close(token)
        else:
            yield from link.open(token)


class _Link:
    """The link that the stream is in. One inside another counts as words of the outer one."""

    def __init__(self, is_kept: IsKept) -> None:
        self._is_kept = is_kept
        self._addresses: list[Address | None] = []
        self._words: list[str] = []

    def open(self, token: Token) -> Iterator[Token]:
        address = self._allowed(attribute(token, "href"))
        self._addresses.append(address)
        if address:
            self._words = []
            set_attribute(token, "href", address.href)
            yield token

    def read(self, token: Token) -> None:
        if self._addresses:
            self._words.append(text_of(token))

    def close(self, token: Token) -> Iterator[Token]:
        address = self._addresses.pop()
        if address is None:
            return
        if names_another_address("".join(self._words), address):
            yield characters(f" ({address.target})")
        yield token

    def _allowed(self, href: str) -> Address | None:
        if any(self._addresses):
            return None
        address = parse_address(href)
        return address if address and self._is_kept(address.href) else None
