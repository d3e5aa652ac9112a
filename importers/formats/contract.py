"""What a format is to the engine: a name, a way to know it, a way to read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from importers.notes import Notes
from importers.reading.repairs import Repairs
from importers.reading.source_file import SourceFile
from importers.records import SourceRecord

Reader = Callable[[SourceFile, Repairs, Notes], Iterator[SourceRecord]]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of export.

    `recognises` looks at the first 64 KiB. `read` yields the records in the order of the file,
    each once for each time it stands there, and an `Origin` at any place; it may raise
    ImportRefused, and lxml's XMLSyntaxError, which takes the next step of the repair ladder.
    """

    name: str
    label: str
    recognises: Callable[[bytes], bool]
    read: Reader
