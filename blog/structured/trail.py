"""The way from the front page to a page: https://schema.org/BreadcrumbList."""

from collections.abc import Sequence
from dataclasses import dataclass

from blog.structured.things import Thing, thing


@dataclass(frozen=True)
class Step:
    """A page on the way, with its whole address."""

    name: str
    url: str


def trail(steps: Sequence[Step]) -> Thing:
    """All steps, the front page first and the page itself last."""
    places = [
        thing("ListItem", position=place, name=step.name, item={"@id": step.url})
        for place, step in enumerate(steps, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=places)
