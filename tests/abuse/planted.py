"""A reader with a planted address, e-mail and browser at a real newsroom, over real sockets."""

import hashlib
import http.client
import re
import socket
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

ADDRESS, NETWORK = "203.0.113.77", "2001:db8:aaaa:bbbb:1:2:3:4"
EMAIL = "planted.reader@secret-mail.example"
BROWSER = "PlantedBrowser/7.77 (Zebra; rv:99)"
WORDS = "unutterable-words-of-a-held-comment"
OTHER_EMAIL = "other@readers.example"

PERSONAL = (ADDRESS, NETWORK, "2001:db8:aaaa:bbbb", BROWSER, "PlantedBrowser")


def forms_of(text: str) -> list[bytes]:
    """The text, its usual digests in hexadecimal, and how an address shows in other coats."""
    plain = text.encode()
    digests = [hashlib.new(kind, plain).hexdigest().encode() for kind in ("md5", "sha1", "sha256")]
    return [plain, plain.replace(b"@", b"%40"), plain.hex().encode(), *digests]


MARKS = {mark: forms_of(mark) for mark in (*PERSONAL, EMAIL)}


def marks_in(content: bytes, *, besides: tuple[str, ...] = ()) -> list[str]:
    """What of the planted person is in some bytes, in any form."""
    lower = content.lower()
    return [
        mark
        for mark, forms in MARKS.items()
        if mark not in besides and any(form.lower() in lower for form in forms)
    ]


@dataclass(frozen=True)
class Answer:
    """What came back, as bytes."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def everything(self) -> bytes:
        """Headers and body."""
        return str(self.headers).encode() + self.body


class Visitor:
    """Talks to the newsroom from a planted address, through a proxy that it trusts."""

    def __init__(self, origin: str, *, address: str = ADDRESS, browser: str = BROWSER) -> None:
        self.origin = origin
        self._host = urlsplit(origin).netloc
        self._headers = {
            "User-Agent": browser,
            "X-Forwarded-For": address,
            "Origin": origin,
            "Sec-Fetch-Site": "same-origin",
        }

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> Answer:
        """One request; `path` may be a whole address of the newsroom."""
        path = path.removeprefix(self.origin)
        headers = self._headers | {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(fields) if fields is not None else None
        server = http.client.HTTPConnection(self._host, timeout=60)
        try:
            server.request(method, path, body, headers)
            answer = server.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            server.close()

    def send(self, page_id: int, **fields: str) -> Answer:
        """A comment from a freshly opened form."""
        form = self.ask("GET", f"/comments/{page_id}/form/").body.decode()
        token = re.search(r'name="token" value="([^"]*)"', form)[1]
        honest = {"name": "Ana", "body": WORDS, "token": token}
        return self.ask("POST", f"/comments/{page_id}/submit/", honest | fields)


def raw(origin: str, request: bytes) -> bytes:
    """What the server says to these bytes until it hangs up, or has nothing more to say."""
    parts = urlsplit(origin)
    said = b""
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
        connection.sendall(request)
        try:
            while part := connection.recv(65_536):
                said += part
        except TimeoutError:
            pass
    return said
