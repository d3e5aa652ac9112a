"""The web hosts that a text names, in links or bare, each in one form."""

import re
from collections.abc import Iterator

from comments.blocks.words import fold

_LONGEST_HOST = 253
_LONGEST_LABEL = 63
# Possessive, or a long "a.a.a." would be read again from each of its signs.
_RUN = re.compile(r"[\w.-]++")
_BEFORE_HOST = re.compile(r"^(?:[a-z]+:)?/*(?:[^/@]*@)?(?:\*\.|www\.)?")
_AFTER_HOST = re.compile(r"[/?#:\\]")
_HREF = re.compile(r'href="(https?://[^"]+)"')
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}|\d{1,3}(?:\.\d{1,3}){3}")


def hosts_in(text: str, html: str = "") -> set[str]:
    """All that could be a host in a text and in the links of its HTML, and the hosts above each."""
    text = "\n".join([text, *_HREF.findall(html)])
    runs = {run.strip(".-_")[-_LONGEST_HOST:] for run in _RUN.findall(_folded(text)) if "." in run}
    return {host for run in runs for host in _with_those_above(run)}


def host_of(typed: str) -> str:
    """The host that somebody typed, with or without scheme and path; "" when there is none."""
    bare = _AFTER_HOST.split(_BEFORE_HOST.sub("", _folded(typed.strip())), maxsplit=1)[0]
    host = ".".join(_label(label) for label in bare.strip(".").split("."))
    return host if len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) else ""


def hosts_linked(html: str) -> list[str]:
    """The hosts that the links of a comment's HTML lead to, each once, in their order."""
    return list(dict.fromkeys(filter(None, map(host_of, _HREF.findall(html)))))


def _with_those_above(run: str) -> Iterator[str]:
    labels = [_label(label) for label in run.split(".") if label]
    for first in range(len(labels) - 1):
        yield ".".join(labels[first:])


def _folded(text: str) -> str:
    return fold(text).replace("\u3002", ".")  # the ideographic full stop counts as a dot in hosts


def _label(label: str) -> str:
    """A label of a host as people read it; what is not punycode stays as it is."""
    # The length keeps decoding cheap: it takes quadratic time.
    if not label.startswith("xn--") or len(label) > _LONGEST_LABEL:
        return label
    try:
        return fold(label[4:].encode("ascii").decode("punycode"))
    except UnicodeError:
        return label
