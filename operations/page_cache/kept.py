"""An answer as it is kept, ready to be sent: its headers and bytes, plain and packed."""

import hashlib
from dataclasses import dataclass
from typing import Self

from django.http import HttpResponse
from django.utils.text import compress_string

from operations.compression import PACKED

Headers = list[tuple[str, str]]
# What belongs to one sending of an answer and not to the answer.
OF_ONE_SENDING = {"content-length", "etag", "vary"}
# A 304 says these of what the reader has already (RFC 9110, 15.4.5).
OF_THE_SAME = {"cache-control", "content-language", "etag", "last-modified", "vary"}
TOO_SMALL_TO_PACK = 200  # bytes


@dataclass(frozen=True)
class Sending:
    """One way to send it."""

    headers: Headers
    body: bytes


@dataclass(frozen=True)
class Kept:
    """`number` is the count of changes before it was made; `dies_at` is in seconds since 1970.

    `page_id` is the page that is read with it, if reading it counts.
    """

    plain: Sending
    packed: Sending
    same: Sending
    etag: str
    number: int
    dies_at: float
    page_id: int | None = None

    @classmethod
    def of(
        cls, response: HttpResponse, *, number: int, dies_at: float, page_id: int | None = None
    ) -> Self:
        """What to keep of an answer of Django's.

        Its ETag is weak: plain and packed bytes are the same page. Nothing in it is one reader's
        secret, so the length of what is packed tells nothing (BREACH).
        """
        body = bytes(response.content)
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
        own = [(name, v) for name, v in response.items() if name.lower() not in OF_ONE_SENDING]
        headers = [*own, ("ETag", etag), ("Vary", "Accept-Encoding")]
        plain = _sending(headers, body)
        is_packed = len(body) > TOO_SMALL_TO_PACK and response["Content-Type"].startswith(PACKED)
        encoded = [*headers, ("Content-Encoding", "gzip")]
        packed = _sending(encoded, compress_string(body)) if is_packed else plain
        same = [(name, value) for name, value in headers if name.lower() in OF_THE_SAME]
        return cls(plain, packed, Sending(same, b""), etag, number, dies_at, page_id)

    @property
    def size(self) -> int:
        """About as many bytes of memory as it takes."""
        return len(self.plain.body) + len(self.packed.body) + 4_000

    def is_good(self, *, number: int, now: float) -> bool:
        """Whether readers may still see it."""
        return self.number == number and now < self.dies_at


def _sending(headers: Headers, body: bytes) -> Sending:
    return Sending([*headers, ("Content-Length", str(len(body)))], body)
