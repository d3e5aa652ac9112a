"""The records of an XML export, one at a time, whatever the size of the file.

The parser resolves nothing, loads nothing, asks nobody, and forgets each record once it is read.
Before it stand two guards: no DOCTYPE passes, and no record may be larger than a post can be.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from importers.reading.prolog import MAX_PROLOG_BYTES, root_offset
from importers.reading.repairs import Chunks, Repairs, Report
from importers.refusals import ImportRefused

# Posts with pictures written into them reach 10 MiB, and are welcome.
MAX_RECORD_BYTES = 64 * 1024 * 1024


class XmlRecords:
    """Iterates over the root's children of one tag. `root` keeps its other children."""

    def __init__(self, chunks: Chunks, tag: str, *, repairs: Repairs, report: Report) -> None:
        self._tag = tag
        self._bytes = GuardedBytes(repairs.apply(chunks, report=report))
        self._encoding = repairs.encoding
        self.root: etree._Element | None = None

    def __iter__(self) -> Iterator[etree._Element]:
        """Each record's element; it is empty again once the next one is asked for.

        Raises ImportRefused, and lxml's XMLSyntaxError where the file is not well-formed.
        """
        events = etree.iterparse(
            self._bytes,
            events=("end",),
            tag=self._tag,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
            encoding=self._encoding,
        )
        for _event, element in events:
            parent = element.getparent()
            if parent is None or parent.getparent() is not None:
                continue  # not one of the root's children
            yield element
            parent.remove(element)
            self._bytes.begin_record()
        self.root = events.root


class GuardedBytes:
    """Bytes for the parser to read, past both guards."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = _past_prolog(chunks)
        self._held = b""
        self._record_bytes = 0

    def begin_record(self) -> None:
        """Count from here on."""
        self._record_bytes = 0

    def read(self, size: int) -> bytes:
        """The next bytes, empty at the end. Raises ImportRefused where a record is too large."""
        if not self._held:
            self._held = next((chunk for chunk in self._chunks if chunk), b"")
        part, self._held = self._held[:size], self._held[size:]
        self._record_bytes += len(part)
        if self._record_bytes > MAX_RECORD_BYTES:
            raise ImportRefused(
                _("A record is larger than %(limit)d MiB; this is no export of a blog.")
                % {"limit": MAX_RECORD_BYTES // 1024 // 1024}
            )
        return part


def _past_prolog(chunks: Chunks) -> Iterator[bytes]:
    head = b""
    rest = iter(chunks)
    for chunk in rest:
        head += chunk
        if root_offset(head) >= 0:
            break
        if len(head) > MAX_PROLOG_BYTES:
            raise ImportRefused(_("This is not XML: no element begins in its first 64 KiB."))
    yield head
    yield from rest
