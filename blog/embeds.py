"""Videos and the like: which hosts have a player that a reader may ask for with a click.

Nothing is fetched here, neither when an editor saves nor when a reader reads: the address
alone says what it is. The policy in the settings lists the same player hosts.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Embed:
    """An embedded address: the host to name, and the player's address, empty if there is none.

    `url` is empty when the address is none that a reader's browser should follow.
    """

    url: str
    host: str
    player_url: str


_PLAYERS = (
    (
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|embed/)"
            r"|youtu\.be/)([\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
    ),
    (
        re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{4,12})"),
        "https://player.vimeo.com/video/{}?dnt=1&autoplay=1",
    ),
)


def describe(url: str) -> Embed:
    """What a reader is told about the address, and the player to load on a click."""
    host = host_of(url)
    for pattern, player in _PLAYERS:
        if found := pattern.match(url):
            return Embed(url, host, player.format(found[1]))
    return Embed(url if host else "", host, "")


def host_of(url: str) -> str:
    """The host of a web address, without `www.`; empty for whatever is no web address."""
    try:
        parts = urlsplit(url)
    except ValueError:  # imported posts hold addresses that nobody ever checked
        return ""
    is_web = parts.scheme in ("http", "https")
    return (parts.hostname or "").removeprefix("www.") if is_web else ""
