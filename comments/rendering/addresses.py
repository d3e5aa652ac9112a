"""Which addresses a comment may link to, and when a link's words name another one.

Why: docs/decisions/0003-comment-rendering.md, "Links".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# http(s) with a host, without userinfo (https://bank.example@evil.test), without an escaped host.
_WEB = re.compile(
    r"https?://(?P<host>[^\s/?#@\\:%\[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
# One address. No "%", so nothing smuggles lines into the headers; parameters are left behind.
_MAIL = re.compile(
    r"mailto:(?P<address>[\w.!#$&'*+/=^{|}~-]+@[\w-]+(?:\.[\w-]+)+)(?:\?.*)?",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_HOST = re.compile(r"^\W*(?:(?:https?|ftp|mailto):)?[/\\]*")
_AFTER_HOST = re.compile(r"[/?#\\]")
# Matched from the start of a run only, or a long "a.a.a.a" would take quadratic time.
_LOOKS_LIKE_HOST = re.compile(
    r"(?<![\w.-])\.*((?:[\w-]+\.+)+(?:xn--[\w-]+|[^\W\d_]{2,})|\d{1,3}(?:\.\d{1,3}){3})"
)
_MAX_LABEL_CHARACTERS = 63


@dataclass(frozen=True)
class Address:
    """Where a link leads: the href to write, and the host or mailbox that a reader should know."""

    href: str
    target: str


def parse_address(href: str) -> Address | None:
    """The address behind `href`, or None when a comment may not link there."""
    written = href.strip().replace(" ", "%20")
    if web := _WEB.fullmatch(written):
        return Address(href=written, target=web["host"].lower())
    if mail := _MAIL.fullmatch(written):
        return Address(href=f"mailto:{mail['address']}", target=mail["address"].lower())
    return None


def names_another_address(words: str, address: Address) -> bool:
    """Whether a link's words look like an address that is not the one it leads to."""
    plain = _undisguised(words)
    if plain.rstrip().endswith(f"({address.target})"):
        return False
    if "@" in address.target:
        return any(_hosts_named(plain.replace(address.target, " ")))
    own = _comparable(address.target)
    return any(_comparable(host) != own for host in _hosts_named(plain))


def _undisguised(words: str) -> str:
    """The words as the eye reads them: no invisible characters, full-width signs as ASCII."""
    visible = "".join(char for char in words if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible).replace("\u3002", ".").lower()


def _hosts_named(plain: str) -> Iterator[str]:
    for word in plain.split():
        authority = _AFTER_HOST.split(_BEFORE_HOST.sub("", word, count=1), maxsplit=1)[0]
        yield from _LOOKS_LIKE_HOST.findall(authority)


def _comparable(host: str) -> str:
    labels = [_unicode_label(label) for label in host.split(".") if label]
    return ".".join(labels).removeprefix("www.")


def _unicode_label(label: str) -> str:
    # The length keeps decoding cheap: it takes quadratic time.
    if not label.startswith("xn--") or len(label) > _MAX_LABEL_CHARACTERS:
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
