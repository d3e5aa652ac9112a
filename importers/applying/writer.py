"""All that an import writes: pages, names, comments, pictures, addresses, and the ledger of each.

A row here and its line in the ledger are written in one transaction, so that a killed run knows
where it stands. applying/rehearsal.py is the same without writing.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from django.core.files.base import File
from django.db import transaction
from wagtail.models import Page

from blog.models import NewsImage
from comments import archive
from comments.models import Comment
from importers import redirects
from importers.applying import pages
from importers.applying.comments import archived
from importers.applying.indexing import index_pages
from importers.applying.names import make_name
from importers.applying.words import PageWords
from importers.destination import Destination
from importers.ledger import Ledger
from importers.models import RecordKind, RecordState
from importers.records import SourceComment, to_json
from importers.resolving.items import MISSES_IMAGES
from importers.store import Row

# Pages wait in memory to be indexed together; a batch of long ones would fill it.
INDEXED_CHARACTERS = 1_000_000


class Writer:
    """Writes to the newsroom and to the ledger."""

    def __init__(self, destination: Destination, ledger: Ledger) -> None:
        self.destination = destination
        self.ledger = ledger
        self._unindexed: list[Page] = []
        self._unindexed_characters = 0

    @contextmanager
    def batch(self) -> Iterator[None]:
        """What is written within is there after it, all or nothing."""
        with transaction.atomic():
            yield
            self._index()

    @contextmanager
    def record(self) -> Iterator[None]:
        """The same for one record of a batch: where it fails, the others stay."""
        counts = self.destination.index.numchild, self.destination.above.numchild
        is_done = False
        try:
            with transaction.atomic():
                yield
            is_done = True
        finally:
            if not is_done:
                # The tree counts in memory too, where a failure undoes nothing.
                self.destination.index.numchild, self.destination.above.numchild = counts

    def name(self, row: Row, name: str) -> int:
        """Make or find the author or topic; returns its number."""
        taken = self.ledger.targets(RecordKind.AUTHOR) if row.kind == RecordKind.AUTHOR else ()
        snippet = make_name(row, name, locale=self.destination.index.locale, taken=taken)
        self.ledger.write(row, state=RecordState.TAKEN, target=snippet)
        return int(snippet.pk)

    def place(self, row: Row, title: str) -> tuple[int, int | None]:
        """Make the page without its words; returns its number and that of its ledger record."""
        page = pages.place(self.destination, row.kind, title=title, slug=row.slug)
        return int(page.pk), self.ledger.write(row, state=RecordState.PLACED, target=page)

    def fill(self, row: Row, page_id: int, words: PageWords) -> None:
        """Give a new page its words."""
        page = self._page(row, page_id)
        pages.fill(page, words)
        self._take(row, page, words)

    def rewrite(self, row: Row, page_id: int, words: PageWords) -> None:
        """Bring a known page's words up to date."""
        page = self._page(row, page_id)
        pages.rewrite(page, words)
        self._take(row, page, words)

    def has_body(self, row: Row, page_id: int, words: PageWords) -> bool:
        """Whether the page's body is the same, block by block."""
        return bool(self._page(row, page_id).body.get_prep_value() == words.blocks)

    def path_of(self, page_id: int) -> str:
        """The page's address here."""
        return str(Page.objects.get(pk=page_id).url)

    def image(self, row: Row, content: bytes, *, name: str, alt_text: str) -> int:
        """Take a picture into the library. Raises ValidationError where it is none."""
        image = NewsImage(title=name[:255], file=File(BytesIO(content), name=name))
        image.description = alt_text[:255]
        image.save()
        self.ledger.write(row, state=RecordState.TAKEN, target=image)
        return int(image.pk)

    def comment(self, row: Row, comment: SourceComment, page_id: int, *, is_author: bool) -> int:
        """Bring a comment in; returns its number."""
        made = archive.add(archived(comment, page_id=page_id, is_post_author=is_author))
        self.ledger.write(row, state=RecordState.TAKEN, target=made)
        return int(made.pk)

    def rewrite_comment(
        self, row: Row, comment: SourceComment, page_id: int, *, is_author: bool
    ) -> None:
        """Bring a known comment's words up to date."""
        assert row.target_id is not None  # noqa: S101  (for the type checker: it is known)
        words = archived(comment, page_id=page_id, is_post_author=is_author)
        changed = archive.update(row.target_id, words)
        self.ledger.write(row, state=RecordState.TAKEN, target=changed)

    def keep_comment(self, row: Row, comment: SourceComment) -> None:
        """Keep the words of a comment whose post is not here, where only staff can see them."""
        self.ledger.write(row, state=RecordState.UNATTACHED, kept=to_json(comment))

    def parents(self, comment_ids: Iterable[int]) -> Mapping[int, int | None]:
        """What each of these comments answers now."""
        found = Comment.objects.filter(pk__in=list(comment_ids))
        return dict(found.values_list("pk", "parent_id"))

    def hang(self, comment_id: int, parent_id: int) -> None:
        """Let a comment answer another."""
        archive.set_parent(comment_id, parent_id)

    def open_address(self, row: Row, page_id: int, *, is_public: bool) -> RecordState:
        """Open an old address, or let it wait for its page to go public."""
        state = RecordState.WAITING
        if is_public:
            state = redirects.open_address(row.source_id, page_id, self.destination.site)
        self.ledger.write(row, state=state, target=Page(pk=page_id))
        return state

    def mark_deleted(self, rows: Iterable[Row]) -> None:
        """Note in the ledger that what these became was deleted here."""
        self.ledger.mark_deleted(rows)

    def _page(self, row: Row, page_id: int) -> Page:
        return self.destination.model_of(row.kind).objects.get(pk=page_id)

    def _take(self, row: Row, page: Page, words: PageWords) -> None:
        self.ledger.write(
            row,
            state=RecordState.TAKEN,
            target=page,
            revision_id=page.latest_revision_id,
            message=MISSES_IMAGES if words.misses_images else "",
        )
        self._unindexed.append(page)
        self._unindexed_characters += len(words.item.body_html)
        if self._unindexed_characters > INDEXED_CHARACTERS:
            self._index()

    def _index(self) -> None:
        index_pages(self._unindexed)
        self._unindexed, self._unindexed_characters = [], 0
