"""The first wall of an imported body: an allow-list of elements and attributes.

The second is bodies/reader.py, which writes every tag anew and takes over text only.
"""

import re
from collections import Counter
from html import unescape

import nh3

from importers.bodies.elements import BLOCKS, FRAMES, HEADINGS, MARKS

_ELEMENTS = BLOCKS | HEADINGS | MARKS.keys() | FRAMES.keys() | {"a", "br", "hr", "img", "span"}
_ATTRIBUTES = {
    "a": {"href", "id", "name"},
    "img": {"src", "alt", "width", "height"},
    "iframe": {"src"},
    "embed": {"src"},
    "object": {"data"},
    "td": {"class"},
    "span": {"style"},
}
# Scripts and styles go with their text; of everything else the text stays.
_EMPTIED = {"script", "style"}
_SCHEMES = {"http", "https", "mailto", "tel", "data"}
# `data:` may hold a picture, nothing else; old Blogger wrote bold and italic as styles.
_STYLES = {"font-style", "font-weight"}
_LINE_END = re.compile(r"<(?=/?(?:br|div|h[1-6]|li|p|td|tr)\b)", re.IGNORECASE)
_OPENING_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)")


def sanitise(html: str) -> str:
    """The HTML with the elements that a body can be made of, and their harmless attributes."""
    return nh3.clean(
        html,
        tags=set(_ELEMENTS),
        clean_content_tags=_EMPTIED,
        attributes=_ATTRIBUTES,
        attribute_filter=_without_data_links,
        filter_style_properties=_STYLES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def removed_elements(html: str) -> Counter[str]:
    """How often each element stands in the HTML that `sanitise` does not let through."""
    names = (name.lower() for name in _OPENING_TAG.findall(html))
    return Counter(name for name in names if name not in _ELEMENTS)


def plain_text(html: str) -> str:
    """The words alone, with single spaces."""
    spaced = _LINE_END.sub(" <", html)
    words = unescape(nh3.clean(spaced, tags=set(), clean_content_tags=_EMPTIED))
    return " ".join(words.split())


def _without_data_links(element: str, _attribute: str, value: str) -> str | None:
    is_data = value.strip().lower().startswith("data:")
    return None if is_data and element != "img" else value
