"""Compares what was said with the entries of the block list. Pure: no database, no clock."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from comments.blocks.hosts import hosts_in
from comments.blocks.words import words
from comments.models import BlockKind
from comments.names import skeleton
from comments.rendering import words_only
from comments.standing import email_digest


@dataclass(frozen=True)
class Said:
    """What of a comment is compared; `html` is what its words become."""

    name: str
    body: str
    html: str = ""
    website: str = ""
    email: str = field(default="", repr=False)
    sender_key: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry: the value that is compared, and what a moderator reads of it."""

    kind: str
    value: str
    shown: str = ""
    reason: str = ""


@dataclass(slots=True)
class _Node:
    """A word of phrases, the words that may follow it, and the entry that ends with it."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    entry: Entry | None = None

    def plant(self, entry: Entry) -> None:
        node = self
        for word in entry.value.split():
            node = node.next.setdefault(word, _Node())
        node.entry = entry

    def at(self, spoken: list[str], start: int) -> Entry | None:
        """The shortest phrase that begins with the word at `start`."""
        node = self
        for place in range(start, len(spoken)):
            if spoken[place] not in node.next:
                return None
            node = node.next[spoken[place]]
            if node.entry:
                return node.entry
        return None


class BlockList:
    """All entries that are in force, ready to be compared with many texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_kind: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            self._by_kind.setdefault(entry.kind, {})[entry.value] = entry
        self._phrases = _Node()
        for entry in self._by_kind.get(BlockKind.PHRASE, {}).values():
            self._phrases.plant(entry)

    def find(self, said: Said) -> Entry | None:
        """The first entry that fits, or None. Linear in the length of what was said."""
        for kind, compare in _COMPARED.items():
            if kind in self._by_kind and (found := compare(self, said)):
                return found
        return None

    def _phrase(self, said: Said) -> Entry | None:
        text = words(f"{said.name}\n{said.website}\n{said.body}")
        # Usually the same once more; not where markup stands inside of a word.
        shown = words(said.name) + words(said.website) + words(words_only(said.html))
        spoken = [text] if shown == text else [text, shown]
        places = ((row, start) for row in spoken for start in range(len(row)))
        found = (self._phrases.at(row, start) for row, start in places)
        return next(filter(None, found), None)

    def _host(self, said: Said) -> Entry | None:
        hosts = hosts_in(f"{said.body}\n{said.website}\n{said.name}", said.html)
        return self._any(BlockKind.HOST, hosts)

    def _name(self, said: Said) -> Entry | None:
        return self._any(BlockKind.NAME, {skeleton(said.name)})

    def _email(self, said: Said) -> Entry | None:
        return self._any(BlockKind.EMAIL, {email_digest(said.email)} if said.email else set())

    def _sender(self, said: Said) -> Entry | None:
        return self._any(BlockKind.SENDER, {said.sender_key})

    def _any(self, kind: str, values: Iterable[str]) -> Entry | None:
        entries = self._by_kind[kind]
        return next((entries[value] for value in sorted(values) if value in entries), None)


_COMPARED: Mapping[str, Callable[[BlockList, Said], Entry | None]] = {
    BlockKind.PHRASE: BlockList._phrase,
    BlockKind.HOST: BlockList._host,
    BlockKind.NAME: BlockList._name,
    BlockKind.EMAIL: BlockList._email,
    BlockKind.SENDER: BlockList._sender,
}
