"""The tokens that bleach hands from filter to filter, and how ours read and write them.

bleach leaves entities in attribute values and in text as they were written.
"""

import html
from typing import Any

Token = dict[str, Any]  # html5lib's own shape: type, name, namespace, data of several kinds


def characters(text: str) -> Token:
    """A token of plain text; the serialiser escapes it."""
    return {"type": "Characters", "data": text}


def start_tag(name: str) -> Token:
    """A token that opens an element without attributes."""
    return {"type": "StartTag", "name": name, "namespace": None, "data": {}}


def end_tag(name: str) -> Token:
    """A token that closes an element."""
    return {"type": "EndTag", "name": name, "namespace": None, "data": {}}


def line_break() -> Token:
    """A token for `<br>`."""
    return {"type": "EmptyTag", "name": "br", "namespace": None, "data": {}}


def text_of(token: Token) -> str:
    """The text a reader sees of this token: none for tags."""
    if token["type"] in ("Characters", "SpaceCharacters"):
        return str(token["data"])
    return html.unescape(f"&{token['name']};") if token["type"] == "Entity" else ""


def attribute(token: Token, name: str) -> str:
    """The value of an attribute with its entities resolved; empty when it is not there."""
    return html.unescape(token["data"].get((None, name), ""))


def set_attribute(token: Token, name: str, value: str) -> None:
    """Gives the attribute a plain value, in the half-escaped form that bleach expects."""
    token["data"][(None, name)] = value.replace("&", "&amp;")
