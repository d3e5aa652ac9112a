"""The shared attack strings, and a reading of HTML that shares no code with the pipeline."""

import json
from html.parser import HTMLParser

from tests.shared import shared_path

LINK_ATTRIBUTES = {"href", "rel"}
TAGS = {"p", "br", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre"}


def attack_strings() -> list[str]:
    """Every payload of the shared attack data."""
    files = sorted(shared_path("data/xss").glob("*.json"))
    sets = [json.loads(file.read_text(encoding="utf-8"))["vectors"] for file in files]
    return [vector["payload"] for vectors in sets for vector in vectors]


class Reading(HTMLParser):
    """The elements, addresses and words of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    @property
    def links(self) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == "a"]


def breaches(html: str) -> list[str]:
    """What in `html` is outside the policy."""
    found = []
    for tag, attributes in Reading(html).elements:
        if tag not in TAGS:
            found.append(tag)
        if tag == "a":
            found += _breaches_of_link(attributes)
        elif not set(attributes) <= ({"start"} if tag == "ol" else set()):
            found.append(f"{tag} {sorted(attributes)}")
    return found


def _breaches_of_link(attributes: dict[str, str | None]) -> list[str]:
    href = attributes.get("href") or ""
    if set(attributes) != LINK_ATTRIBUTES or attributes["rel"] != "nofollow ugc noopener":
        return [f"a {attributes}"]
    return [] if href.lower().startswith(("http://", "https://", "mailto:")) else [href]
