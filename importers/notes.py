"""What a run has to say beside its figures: lists of places, the first thousand of each."""

from collections import Counter
from collections.abc import Mapping

SHOWN_PER_LIST = 1_000


class Notes:
    """Named lists of short texts. Never an e-mail address, an IP address or a body's words."""

    def __init__(self) -> None:
        self._lists: dict[str, list[str]] = {}
        self._counts: Counter[str] = Counter()

    def add(self, name: str, text: str) -> None:
        """Put a text at the end of a list; beyond the thousandth it is only counted."""
        shown = self._lists.setdefault(name, [])
        self._counts[name] += 1
        if len(shown) < SHOWN_PER_LIST:
            shown.append(text)

    def clear(self) -> None:
        """Forget everything, because reading begins again."""
        self._lists.clear()
        self._counts.clear()

    def count_of(self, name: str) -> int:
        """How many texts were put into a list, shown or not."""
        return self._counts[name]

    def counts(self) -> Mapping[str, int]:
        """The same of every list."""
        return dict(self._counts)

    def lists(self) -> Mapping[str, list[str]]:
        """Every list, by name; one that was cut ends by saying so."""
        return {name: [*texts, *self._rest(name)] for name, texts in self._lists.items()}

    def _rest(self, name: str) -> list[str]:
        more = self._counts[name] - SHOWN_PER_LIST
        return [f"… {more} more"] if more > 0 else []
