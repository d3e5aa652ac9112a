"""How an import is to be done, as the person who starts it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from importers.formats import AUTOMATIC


class OnConflict(StrEnum):
    """What to do with a page that changed in the old blog and here."""

    KEEP = "keep"
    UPDATE = "update"


@dataclass(frozen=True, kw_only=True)
class ImportOptions:
    """`limit` is a number of posts and pages, the oldest first; `into` names a blog index."""

    format: str = AUTOMATIC
    into: str = ""
    media: tuple[Path, ...] = ()
    is_rehearsal: bool = False
    on_conflict: OnConflict = OnConflict.KEEP
    limit: int | None = None
    host_map: Mapping[str, str] = field(default_factory=dict)
