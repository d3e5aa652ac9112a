"""The repair ladder: what can be mended in XML that is not well-formed, one step at a time.

Each step is a filter over chunks of bytes, so a file of any size passes in bounded memory. The
parser's complaint names the step to take next; reading then begins again from the top.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

from django.utils.translation import gettext as _
from lxml import etree

from importers.reading.prolog import MAX_PROLOG_BYTES, XML_DECLARATION, root_offset
from importers.refusals import ImportRefused

Chunks = Iterable[bytes]
Report = Callable[[str], None]

# Prefixes that exports use without declaring them, and what they stand for.
KNOWN_PREFIXES = {
    "app": "http://www.w3.org/2007/app",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dsq": "http://disqus.com/disqus-internals",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "gd": "http://schemas.google.com/g/2005",
    "georss": "http://www.georss.org/georss",
    "media": "http://search.yahoo.com/mrss/",
    "openSearch": "http://a9.com/-/spec/opensearchrss/1.0/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "wp": "http://wordpress.org/export/1.2/",
}

_NAME = re.compile(rb"[^\s/>]*")
_UNDECLARED = re.compile(r"Namespace prefix ([\w.-]+) ")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_REFERENCE = re.compile(rb"&#(?:x0*([0-9a-fA-F]{1,2})|0*(\d{1,2}));")
_LONGEST_REFERENCE_BYTES = 16
_TRIMMED_BY = (
    etree.ErrorTypes.ERR_RESERVED_XML_NAME,
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY,
    etree.ErrorTypes.ERR_DOCUMENT_END,
)


class Complaint(Protocol):
    """What lxml's XMLSyntaxError says, which its types leave out."""

    code: int
    msg: str


@dataclass(frozen=True)
class Repairs:
    """The steps taken so far."""

    trims_ends: bool = False
    drops_controls: bool = False
    prefixes: tuple[str, ...] = ()
    encoding: str | None = None

    def next_step(self, error: Complaint) -> "Repairs":
        """These repairs and the one that the parser's complaint calls for.

        Raises ImportRefused when there is none, or when it was taken already.
        """
        step = self._called_for(error)
        if step == self:
            raise ImportRefused(
                _("The file is not well-formed XML and cannot be repaired: %(error)s")
                % {"error": error.msg}
            )
        return step

    def _called_for(self, error: Complaint) -> "Repairs":
        if error.code in _TRIMMED_BY:
            return replace(self, trims_ends=True)
        if error.code == etree.ErrorTypes.ERR_INVALID_CHAR:
            return replace(self, drops_controls=True)
        if error.code == etree.ErrorTypes.ERR_INVALID_ENCODING:
            return replace(self, encoding="windows-1252")
        found = _UNDECLARED.match(error.msg or "")
        if found and found[1] in KNOWN_PREFIXES and found[1] not in self.prefixes:
            return replace(self, prefixes=(*self.prefixes, found[1]))
        return self

    def apply(self, chunks: Chunks, *, report: Report) -> Chunks:
        """The same bytes, mended; what was done is told to `report` when it is done."""
        if self.trims_ends:
            chunks = trim_ends(chunks, report=report)
        if self.drops_controls:
            chunks = drop_controls(chunks, report=report)
        if self.prefixes:
            report(f"undeclared prefixes {','.join(self.prefixes)}")
            chunks = declare_prefixes(chunks, self.prefixes)
        if self.encoding:
            report(f"read as {self.encoding}, for it is not UTF-8")
        return chunks


def trim_ends(chunks: Chunks, *, report: Report) -> Iterator[bytes]:
    """Without what stands before the XML begins and after its root element ends."""
    chunks, head = _without_beginning(chunks, report=report)
    closing = b"</" + _root_name(head)
    held, is_past_end = b"", False
    for chunk in chunks:
        held += chunk
        end = held.find(b">", found) + 1 if (found := held.rfind(closing)) >= 0 else 0
        is_past_end = is_past_end or end > 0
        if not is_past_end:
            end = max(len(held) - len(closing), 0)  # the closing tag may have begun
        yield held[:end]
        held = held[end:]
    if held.strip() and is_past_end:
        report(f"dropped {len(held)} bytes after the end")
    elif not is_past_end:
        yield held


def _without_beginning(chunks: Chunks, *, report: Report) -> tuple[Chunks, bytes]:
    head, rest = _head(chunks)
    declaration = head.find(XML_DECLARATION)
    start = max(declaration if declaration >= 0 else root_offset(head), 0)
    if start:
        line = head[:start].count(b"\n") + 1
        report(f"dropped {start} bytes before the beginning in line {line}")
    head = head[start:]
    return chain([head], rest), head


def _root_name(head: bytes) -> bytes:
    name = _NAME.match(head, max(root_offset(head), 0) + 1)
    return name[0] if name else b""


def drop_controls(chunks: Chunks, *, report: Report) -> Iterator[bytes]:
    """Without the control characters that XML forbids, written out or as numeric references."""
    count, line, first_line = 0, 1, 0
    for text in _whole_references(chunks):
        clean = _REFERENCE.sub(_keep_white_space, text.translate(None, _CONTROLS))
        if len(clean) != len(text):
            count, first_line = count + len(text) - len(clean), first_line or line
        line += text.count(b"\n")
        yield clean
    if count:
        report(f"dropped {count} bytes of control characters, first after line {first_line}")


def _whole_references(chunks: Chunks) -> Iterator[bytes]:
    """The same bytes in chunks that never end within a numeric reference."""
    held = b""
    for chunk in chunks:
        held += chunk
        begun = held.rfind(b"&", -_LONGEST_REFERENCE_BYTES)
        cut = begun if begun >= 0 else len(held)
        yield held[:cut]
        held = held[cut:]
    yield held


def _keep_white_space(reference: re.Match[bytes]) -> bytes:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if number in b"\t\n\r" or number >= ord(" ") else b""


def declare_prefixes(chunks: Chunks, prefixes: Iterable[str]) -> Iterator[bytes]:
    """With these of the known prefixes declared on the root element."""
    head, rest = _head(chunks)
    cut = max(root_offset(head), 0) + 1 + len(_root_name(head))
    declared = "".join(f' xmlns:{prefix}="{KNOWN_PREFIXES[prefix]}"' for prefix in prefixes)
    yield head[:cut] + declared.encode() + head[cut:]
    yield from rest


def _head(chunks: Chunks) -> tuple[bytes, Iterator[bytes]]:
    """The first MAX_PROLOG_BYTES or more, and what follows them."""
    rest = iter(chunks)
    head = b""
    for chunk in rest:
        head += chunk
        if len(head) >= MAX_PROLOG_BYTES:
            break
    return head, rest
