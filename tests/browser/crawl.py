"""Follows every link that an anonymous reader can follow, as bytes and in a real browser."""

import re
from collections import deque
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

LINK = re.compile(rb"""(?:href|src|action)=["']([^"'#][^"']*)["']""")
MOST_ADDRESSES = 400


def crawl(start: str) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Status, headers and bytes of every public address below `start`, the admin left out."""
    host = urlsplit(start).netloc
    found: dict[str, tuple[int, dict[str, str], bytes]] = {}
    waiting = deque([start])
    while waiting and len(found) < MOST_ADDRESSES:
        address = waiting.popleft()
        if address in found:
            continue
        found[address] = _get(address)
        if "text/html" in found[address][1].get("Content-Type", ""):
            waiting.extend(_links(address, found[address][2], host) - found.keys())
    return found


def _get(address: str) -> tuple[int, dict[str, str], bytes]:
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
