"""What `serve` says when the newsroom answers: where it is, and on the first run the password."""

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult

from operations.preparation import Credentials

PROBE_TIMEOUT_SECONDS = 3.0
# An address that means "every one of this machine's" is asked through the loopback.
LOOPBACK_OF = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (asked, not bound)
LOOPBACK_HOSTS = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Door:
    """Where the server listens and what the newsroom calls itself."""

    host: str
    port: int
    site_url: SplitResult


class Announcement:
    """Asks for the front page until it comes, then speaks once."""

    def __init__(
        self, door: Door, *, credentials: Credentials | None, say: Callable[[str], object]
    ) -> None:
        self._door = door
        self._credentials = credentials
        self._say = say
        self._made = False

    def make_once(self) -> None:
        """Speaks if the newsroom answers by now and has not been announced yet."""
        if self._made or (status := front_page_status(self._door)) is None:
            return
        self._made = True
        for line in announced_lines(self._door, credentials=self._credentials, status=status):
            self._say(line)


def front_page_status(door: Door) -> int | None:
    """The status of the front page, asked under the newsroom's own name; None before it listens."""
    connection = http.client.HTTPConnection(
        LOOPBACK_OF.get(door.host, door.host), door.port, timeout=PROBE_TIMEOUT_SECONDS
    )
    headers = {"Host": door.site_url.netloc, "X-Forwarded-Proto": door.site_url.scheme}
    try:
        connection.request("GET", "/", headers=headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def announced_lines(door: Door, *, credentials: Credentials | None, status: int) -> list[str]:
    """The lines to print; a front page that fails is part of them."""
    address = door.site_url.geturl().rstrip("/")
    lines = [f"Newsroom ready at {address}/", f"Admin: {address}/admin/"]
    if credentials:
        lines += [
            f"User name: {credentials.name}",
            f"Password: {credentials.password}  (shown only now; change it in the admin)",
        ]
    if status >= http.client.INTERNAL_SERVER_ERROR:
        lines.append(f"But its front page fails with status {status}; the lines above say why.")
    if door.host not in LOOPBACK_HOSTS and door.site_url.hostname in LOOPBACK_HOSTS:
        lines.append(
            f"Only this machine may ask for {address}: set SITE_URL to the address that others "
            "use, for example SITE_URL=https://news.example.org"
        )
    return [*lines, "Ctrl-C stops it."]
