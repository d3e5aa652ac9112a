"""One request and its answer, as a browser without JavaScript would have it."""

import gzip
import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from senders import NO_ANSWER

PATIENCE_SECONDS = 30
HIDDEN = re.compile(r'type="hidden" name="([\w-]+)" value="([^"]*)"')


@dataclass(frozen=True)
class Answer:
    """What came back; the status is NO_ANSWER where nothing did."""

    status: int
    words: str
    location: str
    cookies: Mapping[str, str]

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields of its forms."""
        return dict(HIDDEN.findall(self.words))


NOTHING = Answer(NO_ANSWER, "", "", {})


def ask(
    origin: str,
    path: str,
    *,
    sent: Mapping[str, str] | None = None,
    source: str = "127.0.0.1",
    cookies: Mapping[str, str] | None = None,
) -> Answer:
    """Ask from an address of this machine, on a new connection; POST where there is `sent`."""
    headers = {"Accept-Encoding": "gzip"}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    if sent is not None:
        headers |= {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
    server = http.client.HTTPConnection(
        urlsplit(origin).netloc, timeout=PATIENCE_SECONDS, source_address=(source, 0)
    )
    try:
        body = None if sent is None else urlencode(sent)
        server.request("GET" if sent is None else "POST", path, body, headers)
        return _read(server.getresponse())
    except (OSError, http.client.HTTPException, EOFError):
        return NOTHING
    finally:
        server.close()


def _read(answer: http.client.HTTPResponse) -> Answer:
    body = answer.read()
    if answer.headers["Content-Encoding"] == "gzip":
        body = gzip.decompress(body)
    given = SimpleCookie()
    for line in answer.headers.get_all("Set-Cookie", []):
        given.load(line)
    cookies = {name: morsel.value for name, morsel in given.items()}
    words = body.decode("utf-8", "replace")
    return Answer(answer.status, words, answer.headers["Location"] or "", cookies)
