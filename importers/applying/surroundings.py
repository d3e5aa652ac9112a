"""What an imported body refers to, found among what this import and earlier ones brought here."""

import base64
import binascii
import hashlib
import re
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from blog import embeds
from importers.applying.writer import Writer
from importers.bodies.blocks import Block
from importers.bodies.images import OldImage, file_name
from importers.bodies.inline import Mark
from importers.bodies.links import LinkResolver
from importers.job import Job
from importers.media.shelf import MAX_IMAGE_BYTES, AmbiguousImage
from importers.models import RecordKind
from importers.resolving.derived import shortened
from importers.store import Entry, Outcome, Row

_DATA_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.IGNORECASE | re.DOTALL)
# Players' own addresses, and the page on which the same film can be seen.
_FILMS = (
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:v|embed)/([\w-]{6,20})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d{4,12})"), "https://vimeo.com/{}"),
)
# What a report says of a picture that is a part of the body, whose words no report holds.
WRITTEN_OUT = "a picture without an address"
_is_address = URLValidator(schemes=["http", "https"])


class JobSurroundings:
    """The surroundings (bodies/reader.py) of one post or page."""

    def __init__(self, job: Job, writer: Writer, row: Row) -> None:
        self._job = job
        self._writer = writer
        self._name = f"{row.kind} {row.source_id}"
        self._links = LinkResolver(
            origin=job.staged.origin,
            host_map=job.options.host_map,
            pages=self,
            report=lambda address: self._note("links_to_posts_not_here", address),
        )

    def link(self, href: str) -> Mark | None:
        """The mark of a link, None where it may not be one."""
        mark = self._links.mark(href)
        if mark is None:
            self.lost("a link whose address is broken")
        return mark

    def page_for(self, old_path: str) -> int | None:
        """The page that an old path became, in this run or an earlier one."""
        address = self._job.store.find(RecordKind.REDIRECT, old_path)
        if address is None:
            return self._job.ledger.target_id([RecordKind.REDIRECT], old_path)
        kind, _space, source_id = address.belongs_to.partition(" ")
        item = self._job.store.find(kind, source_id)
        return item.target_id if item else None

    def path_of(self, page_id: int) -> str:
        """The page's address here."""
        return self._writer.path_of(page_id)

    def image(self, image: OldImage) -> Block | None:
        """The picture from the library, or a marked place that says it is missing."""
        if image.url.startswith("data:"):
            address, content = "", _written_out(image.url)
        else:
            address = self._links.absolute(image.url) if image.url else ""
            content = self._from_shelf(address)
        image_id = self._in_library(content, address, image.alt_text) if content else None
        if image_id is None:
            return self._missing(address, image.alt_text)
        picture = {"image": image_id, "decorative": False, "alt_text": image.alt_text}
        return Block("image", {"image": picture, "caption": ""})

    def frame(self, url: str) -> Block | str:
        """A film of a known host as an embed, anything else as a link."""
        address = self._links.absolute(url)
        for pattern, page in _FILMS:
            if found := pattern.match(address):
                address = page.format(found[1])
        if embeds.describe(address).player_url:
            return Block("embed", {"url": address, "caption": ""})
        self._note("frames_as_links", address)
        return address if urlsplit(address).scheme in ("http", "https") else ""

    def lost(self, what: str) -> None:
        """Note what had to be left out or flattened."""
        self._note("removed_html", what)

    def _from_shelf(self, url: str) -> bytes:
        try:
            file = self._job.media.find(url)
        except AmbiguousImage:
            self._note("media_ambiguous", url)
            return b""
        return file.read() if file else b""

    def _in_library(self, content: bytes, address: str, alt_text: str) -> int | None:
        """The number of the picture, one for each content however often it is shown."""
        digest = hashlib.sha256(content).hexdigest()
        store = self._job.store
        known = self._job.ledger.target_id([RecordKind.MEDIA], digest)
        outcome = Outcome.CREATED if known is None else Outcome.UNCHANGED
        store.add_once(Entry(kind=RecordKind.MEDIA, source_id=digest, outcome=outcome))
        row = store.find(RecordKind.MEDIA, digest)
        if row is None or row.target_id is not None or row.outcome == Outcome.FAILED:
            return row.target_id if row else None
        try:
            target_id = known or self._writer.image(
                row, content, name=file_name(address) or "image", alt_text=alt_text
            )
        except ValidationError:
            store.note(row, outcome=Outcome.FAILED, is_done=1)
            self._note("media_refused", address or WRITTEN_OUT)
            return None
        store.note(row, target_id=target_id, is_done=1)
        return target_id

    def _missing(self, address: str, alt_text: str) -> Block | None:
        address = quote(address, safe="/:?#[]@!$&'()*+,;=%~")
        self._note("media_missing", address or WRITTEN_OUT)
        key = shortened(address or f"{self._name} {WRITTEN_OUT}")
        entry = Entry(kind=RecordKind.MEDIA, source_id=key, outcome=Outcome.SKIPPED)
        self._job.store.add_once(entry)
        try:
            _is_address(address)
        except ValidationError:
            return None
        return Block("missing_image", {"source_url": address, "alt_text": alt_text})

    def _note(self, name: str, text: str) -> None:
        self._job.notes.add(name, f"{self._name}: {text}")


def _written_out(url: str) -> bytes:
    """The picture of a `data:` address; nothing where it is none, broken, or too large."""
    found = _DATA_PICTURE.match(url.strip())
    if not found or len(found[1]) > MAX_IMAGE_BYTES * 4 // 3:
        return b""
    try:
        return base64.b64decode(found[1])
    except binascii.Error:
        return b""
