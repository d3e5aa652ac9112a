"""What all phases of one import work with."""

from dataclasses import dataclass
from datetime import datetime

from importers.destination import Destination
from importers.ledger import Ledger
from importers.media.shelf import MediaShelf
from importers.notes import Notes
from importers.options import ImportOptions
from importers.progress import Progress
from importers.staging import Staged
from importers.store import Store


@dataclass(frozen=True, kw_only=True)
class Job:
    """One import: the staged records, where they go, what is known of them, and how to do it."""

    store: Store
    staged: Staged
    notes: Notes
    ledger: Ledger
    destination: Destination
    options: ImportOptions
    media: MediaShelf
    progress: Progress
    now: datetime
