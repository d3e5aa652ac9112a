"""Follows every link that an anonymous reader can follow, as bytes and in a real browser."""

import re
from collections import Counter, deque
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

LINK = re.compile(rb"""(?:href|src|action)=["']([^"'#][^"']*)["']""")
MOST_ADDRESSES = 400
# Every comment has a permalink, a reply form and a report form of its own, none of them cached:
# a few of each kind stand for all.
OF_ONE_COMMENT = re.compile(r"/comments/\d+/(report/)?$|[?]parent=\d+$")
NUMBER = re.compile(r"\d+")
MOST_OF_A_KIND = 4


def crawl(start: str) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Status, headers and bytes of every public address below `start`, the admin left out.

    Of the addresses that belong to one comment it follows a few. Fails rather than stop half-way.
    """
    host = urlsplit(start).netloc
    found: dict[str, tuple[int, dict[str, str], bytes]] = {}
    followed: Counter[str] = Counter()
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        if address in found or followed[_kind(address)] >= MOST_OF_A_KIND:
            continue
        assert len(found) < MOST_ADDRESSES, "more public addresses than anybody looks at"
        followed[_kind(address)] += 1
        found[address] = get(address)
        if "text/html" in found[address][1].get("Content-Type", ""):
            waiting.extend(_links(address, found[address][2], host) - found.keys())
    return found


def _kind(address: str) -> str:
    """What counts as the same kind of address: a comment's without its number, else itself."""
    return NUMBER.sub("N", address) if OF_ONE_COMMENT.search(address) else address


def get(address: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and bytes of one address."""
    try:
        with urlopen(Request(address)) as answer:  # noqa: S310  (loopback only)
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def _links(address: str, html: bytes, host: str) -> set[str]:
    links = {
        urldefrag(urljoin(address, link.decode().replace("&amp;", "&"))).url
        for link in LINK.findall(html)
    }
    return {
        link
        for link in links
        if urlsplit(link).netloc == host and not urlsplit(link).path.startswith("/admin")
    }
