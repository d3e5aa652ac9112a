"""Things, and a graph of them."""

from collections.abc import Iterable
from typing import Any

Thing = dict[str, Any]  # Any: what JSON holds

CONTEXT = "https://schema.org"


def thing(kind: str, **told: object) -> Thing:
    """A thing of a kind; what is empty is left out."""
    return {"@type": kind} | {name: value for name, value in told.items() if value}


def named(thing_told: Thing, *, name: str) -> Thing:
    """The same thing with an address by which others refer to it."""
    return {"@id": name} | thing_told


def graph(things: Iterable[Thing]) -> Thing:
    """Things that belong to one page, and refer to each other."""
    return {"@context": CONTEXT, "@graph": list(things)}
