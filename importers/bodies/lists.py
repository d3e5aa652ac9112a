"""Lists as the editor keeps them: items of inline text, with lists below them."""

from dataclasses import dataclass, field


@dataclass
class Item:
    """One item: its lines, and the lists that follow them."""

    lines: list[str] = field(default_factory=list)
    lists: list["ListTree"] = field(default_factory=list)


@dataclass
class ListTree:
    """A `ul` or `ol`."""

    element: str
    items: list[Item] = field(default_factory=list)

    def open_item(self) -> None:
        """Begin another item."""
        self.items.append(Item())

    def add_lines(self, lines: list[str]) -> None:
        """Put lines into the last item; behind a list within it they become an item of their own.

        The editor would move them before that list.
        """
        if lines and (not self.items or self.items[-1].lists):
            self.open_item()
        if lines:
            self.items[-1].lines += lines

    def open_list(self, element: str) -> "ListTree":
        """Begin a list within the last item; one directly within an empty list is that list."""
        if not self.items:
            return self
        inner = ListTree(element)
        self.items[-1].lists.append(inner)
        return inner

    def write(self) -> str:
        """The list as rich text, without empty items."""
        items = "".join(_write_item(item) for item in self.items)
        return f"<{self.element}>{items}</{self.element}>" if items else ""


def _write_item(item: Item) -> str:
    inner = "".join(tree.write() for tree in item.lists)
    if not item.lines:
        return inner and f"<li>{inner}</li>"
    return f"<li>{'<br/>'.join(item.lines)}{inner}</li>"
