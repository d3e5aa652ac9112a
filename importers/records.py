"""What a format hands over: the records of an old blog, typed, in our words.

Times are aware and in UTC. Numbers of the old blog are text, for they outgrow JavaScript's.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from comments.archive import CommentStatus, RemovedBy
from importers.models import RecordKind

_PROFILE = re.compile(r"https?://(?:www\.)?blogger\.com/profile/(\d+)", re.IGNORECASE)
# Not part of what a record says: another offset of the same instant, a count of other records.
_NOT_COMPARED = ("utc_offset", "declared_comments")
_TIMES = ("published_at", "updated_at", "created_at", "edited_at")


class ItemStatus(StrEnum):
    """Where a post or page stood in the old blog."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"


class SourceStatus(StrEnum):
    """Where a comment stood in the old blog."""

    APPROVED = "approved"
    PENDING = "pending"
    SPAM = "spam"
    TRASHED = "trashed"
    REMOVED_BY_ADMIN = "removed_by_admin"
    REMOVED_BY_AUTHOR = "removed_by_author"
    REMOVED = "removed"


# What each becomes here: the status, and who removed it.
OUR_STATUS: Mapping[SourceStatus, tuple[CommentStatus, str]] = {
    SourceStatus.APPROVED: (CommentStatus.PUBLISHED, ""),
    SourceStatus.PENDING: (CommentStatus.PENDING, ""),
    SourceStatus.SPAM: (CommentStatus.SPAM, ""),
    SourceStatus.TRASHED: (CommentStatus.TRASHED, ""),
    SourceStatus.REMOVED_BY_ADMIN: (CommentStatus.REMOVED, RemovedBy.ADMINISTRATOR),
    SourceStatus.REMOVED_BY_AUTHOR: (CommentStatus.REMOVED, RemovedBy.AUTHOR),
    SourceStatus.REMOVED: (CommentStatus.REMOVED, RemovedBy.UNKNOWN),
}


@dataclass(frozen=True, kw_only=True)
class SourceAuthor:
    """Who wrote; `url` is a profile or a site of theirs, or empty."""

    name: str
    url: str = ""

    @property
    def key(self) -> str:
        """What tells two authors apart: the profile, else the address, else the name."""
        if found := _PROFILE.match(self.url):
            return f"profile:{found[1]}"
        if self.url:
            return self.url.partition("://")[2] or self.url
        return f"name:{self.name.casefold()}"


@dataclass(frozen=True, kw_only=True)
class SourceItem:
    """A post or a page. `comments_open` is None where the old blog does not say."""

    kind: str
    source_id: str
    title: str
    body_html: str
    status: ItemStatus
    published_at: datetime
    updated_at: datetime | None = None
    old_url: str = ""
    author: SourceAuthor | None = None
    labels: tuple[str, ...] = ()
    comments_open: bool | None = None
    declared_comments: int | None = None
    utc_offset: str = ""

    def status_on(self, now: datetime) -> ItemStatus:
        """The status at a moment: what is dated later is scheduled."""
        if self.status == ItemStatus.PUBLISHED and self.published_at > now:
            return ItemStatus.SCHEDULED
        return self.status


@dataclass(frozen=True, kw_only=True)
class SourceComment:
    """A comment; `post_id` is the number of a post or page, `parent_id` of the comment it answers.

    The words of a removed one are left behind in the file.
    """

    source_id: str
    post_id: str
    author: SourceAuthor
    body_html: str
    status: SourceStatus
    created_at: datetime
    edited_at: datetime | None = None
    parent_id: str = ""
    utc_offset: str = ""

    kind = RecordKind.COMMENT.value

    @property
    def is_removed(self) -> bool:
        """Whether a tombstone stands in its place."""
        return OUR_STATUS[self.status][0] == CommentStatus.REMOVED


@dataclass(frozen=True, kw_only=True)
class SourceSetting:
    """A setting of the old blog."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class SourceOther:
    """A record that has no place here, such as a template; `what` says what it is."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SourceFault:
    """A record that cannot be read."""

    kind: str
    source_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The old blog: `source` names it for ever, `hosts` are the names it answered to."""

    source: str
    title: str = ""
    url: str = ""
    hosts: frozenset[str] = frozenset()


SourceRecord = SourceItem | SourceComment | SourceSetting | SourceOther | SourceFault | Origin


def to_json(record: SourceItem | SourceComment) -> str:
    """The record as JSON, the same text for the same record."""
    return _dump(asdict(record))


def fingerprint(record: SourceItem | SourceComment) -> str:
    """A digest of what the record says, to tell whether it changed since the last import."""
    said = {name: value for name, value in asdict(record).items() if name not in _NOT_COMPARED}
    return hashlib.sha256(_dump(said).encode()).hexdigest()


def item_from_json(text: str) -> SourceItem:
    """The post or page that `to_json` wrote."""
    values = _load(text)
    values["author"] = SourceAuthor(**values["author"]) if values["author"] else None
    values["labels"] = tuple(values["labels"])
    values["status"] = ItemStatus(values["status"])
    return SourceItem(**values)


def comment_from_json(text: str) -> SourceComment:
    """The comment that `to_json` wrote."""
    values = _load(text)
    values["author"] = SourceAuthor(**values["author"])
    values["status"] = SourceStatus(values["status"])
    return SourceComment(**values)


def _dump(values: dict[str, Any]) -> str:  # Any: JSON
    return json.dumps(values, default=datetime.isoformat, sort_keys=True, ensure_ascii=False)


def _load(text: str) -> dict[str, Any]:  # Any: JSON
    values: dict[str, Any] = json.loads(text)
    for name in _TIMES:
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    return values
