"""Where a link of an imported body leads: to a page here, elsewhere, or nowhere at all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from wagtail.contrib.redirects.models import Redirect

from importers.bodies.inline import Mark
from importers.records import Origin

SCHEMES = ("http", "https", "mailto", "tel")
# Marks that readers' browsers and advertisers add; the page is the same without them.
_NOISE = re.compile(r"m|showComment|fbclid|gclid|spref|utm_\w+", re.ASCII)
_BLOGSPOT = re.compile(r"([\w-]+)\.blogspot\.[a-z]{2,3}(?:\.[a-z]{2,3})?", re.IGNORECASE)
_POST_PATH = re.compile(r"/(?:\d{4}/\d{2}/|p/).+")


class PageFinder(Protocol):
    """Knows the pages that old addresses became."""

    def page_for(self, old_path: str) -> int | None:
        """The number of the page that the old path is of."""

    def path_of(self, page_id: int) -> str:
        """The page's address here."""


@dataclass(frozen=True)
class LinkResolver:
    """Reads links of one blog's bodies. `report` is told of links to posts that are not here."""

    origin: Origin
    host_map: Mapping[str, str]
    pages: PageFinder
    report: Callable[[str], None]

    def mark(self, href: str) -> Mark | None:
        """The mark to write, or None where the text must stand alone."""
        address = self.absolute(href)
        if urlsplit(address).scheme.lower() not in SCHEMES:
            return None
        if not self._is_ours(address):
            return _external(address)
        page_id = self.pages.page_for(old_path(address))
        if page_id is None:
            if _POST_PATH.match(urlsplit(address).path):
                self.report(address)
            return _external(address)
        if fragment := urlsplit(address).fragment:
            # A page link of Wagtail's has no room for a fragment, and its editor would drop it.
            return _external(f"{self.pages.path_of(page_id)}#{fragment}")
        return Mark("a", f' linktype="page" id="{page_id:d}"')

    def absolute(self, href: str) -> str:
        """The whole address, or the text as it is where that is none."""
        try:
            address = urljoin(self.origin.url, href.strip())
            urlsplit(address).port  # noqa: B018  (raises where it is no number)
        except ValueError:
            return ""
        return address

    def _is_ours(self, address: str) -> bool:
        host = _plain_host(address)
        host = self.host_map.get(host, host)
        return _family(host) in {_family(own) for own in self.origin.hosts}


def old_path(url: str) -> str:
    """The path and query by which an old address is known, in the form of Wagtail's redirects."""
    parts = urlsplit(url)
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not _NOISE.fullmatch(k)]
    query = f"?{urlencode(kept)}" if kept else ""
    return str(Redirect.normalise_path(f"{parts.path}{query}"))


def _plain_host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _family(host: str) -> str:
    """One name for all countries' addresses of a blog at Blogger."""
    host = host.removeprefix("www.")
    found = _BLOGSPOT.fullmatch(host)
    return f"{found[1]}.blogspot" if found else host


def _external(address: str) -> Mark:
    return Mark("a", f' href="{escape(address)}"')
