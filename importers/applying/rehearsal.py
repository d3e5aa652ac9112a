"""A run that writes nothing: every decision is made, every body read, and the report is true."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from blog.image_cleaning import clean_image
from importers import redirects
from importers.applying.words import PageWords
from importers.applying.writer import Writer
from importers.destination import Destination
from importers.ledger import Ledger
from importers.models import RecordState
from importers.records import SourceComment
from importers.store import Row


class Rehearsal(Writer):
    """Gives out numbers below zero for what a real run would make."""

    def __init__(self, destination: Destination, ledger: Ledger) -> None:
        super().__init__(destination, ledger)
        self._last_number = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Nothing is written, so nothing is held together."""
        yield

    @contextmanager
    def record(self) -> Iterator[None]:
        """Nothing is written, so nothing is undone."""
        yield

    def name(self, row: Row, name: str) -> int:
        """A number."""
        return self._number()

    def place(self, row: Row, title: str) -> tuple[int, int | None]:
        """A number, and no record."""
        return self._number(), None

    def fill(self, row: Row, page_id: int, words: PageWords) -> None:
        """Nothing."""

    def rewrite(self, row: Row, page_id: int, words: PageWords) -> None:
        """Nothing."""

    def path_of(self, page_id: int) -> str:
        """The address of a page that is here, or a stand-in."""
        return super().path_of(page_id) if page_id > 0 else "/"

    def image(self, row: Row, content: bytes, *, name: str, alt_text: str) -> int:
        """A number. Raises ValidationError where a real run would."""
        clean_image(content)
        return self._number()

    def comment(self, row: Row, comment: SourceComment, page_id: int, *, is_author: bool) -> int:
        """A number."""
        return self._number()

    def rewrite_comment(
        self, row: Row, comment: SourceComment, page_id: int, *, is_author: bool
    ) -> None:
        """Nothing."""

    def keep_comment(self, row: Row, comment: SourceComment) -> None:
        """Nothing."""

    def hang(self, comment_id: int, parent_id: int) -> None:
        """Nothing."""

    def open_address(self, row: Row, page_id: int, *, is_public: bool) -> RecordState:
        """What would become of the address."""
        if not is_public:
            return RecordState.WAITING
        is_in_use = redirects.is_in_use(row.source_id, self.destination.site)
        return RecordState.IN_USE if is_in_use else RecordState.TAKEN

    def mark_deleted(self, rows: Iterable[Row]) -> None:
        """Nothing."""

    def _number(self) -> int:
        self._last_number -= 1
        return self._last_number
