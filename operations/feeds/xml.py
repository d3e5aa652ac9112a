"""Small tools for writing XML with lxml."""

import re
from datetime import datetime

from lxml import etree

# What XML 1.0 knows no way to write, however it is escaped.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without the characters that no XML may hold."""
    return _UNWRITABLE.sub("", text)


def add(
    parent: etree._Element, name: str, text: str = "", attributes: dict[str, str] | None = None
) -> etree._Element:
    """Append an element with a text; names are `{namespace}name`. lxml escapes what must be."""
    pairs = {key: writable(value) for key, value in (attributes or {}).items()}
    child = etree.SubElement(parent, name, pairs)
    child.text = writable(text) or None
    return child


def write(root: etree._Element) -> bytes:
    """The whole document, in UTF-8."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def stamp(moment: datetime) -> str:
    """The moment as RFC 3339 has it, to the second."""
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
