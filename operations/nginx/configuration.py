"""A configuration of nginx for one newsroom."""

import runpy
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template import Context, Engine

HERE = Path(__file__).parent
# What ends a word or a string in nginx, or begins a variable there; it has no way to escape a "$".
UNWRITABLE = set('"\\$\n')


class UnwritablePath(ValueError):
    """A path that nginx's language cannot say."""


@dataclass(frozen=True, kw_only=True)
class Front:
    """What differs: where nginx listens, whom it asks, which files it may hand out.

    `others` are further machines on which the same newsroom runs; whom nginx asks is then in turn.
    `host` is what readers type, with its port if that is unusual; without one nginx serves every
    name, and the newsroom refuses those that are not its own. `certificate` and `key` are files of
    PEM and come together. `user` is whom nginx becomes when root starts it. With `bucket` pictures
    are in one, and the newsroom hands them out.
    """

    port: int
    upstream: str
    data_dir: Path
    others: Sequence[str] = ()
    host: str = ""
    certificate: Path | None = None
    key: Path | None = None
    redirect_from: int = 80
    user: str = ""
    bucket: bool = False

    @property
    def state_dir(self) -> Path:
        """Where nginx keeps what it needs; it must be there when nginx starts."""
        return self.data_dir / "nginx"


def written(front: Front) -> str:
    """The configuration. Raises `UnwritablePath`."""
    known, nobodys = _what_is_kept()
    paths = (front.data_dir, front.certificate, front.key)
    if unwritable := [str(path) for path in paths if path and UNWRITABLE & set(str(path))]:
        raise UnwritablePath(f"nginx cannot read this path: {unwritable[0]!r}")
    options = " ssl http2" if front.certificate else ""
    said = {
        "addresses": [f"{each}{options}" for each in _addresses(front.port)],
        "plain_addresses": _addresses(front.redirect_from),
        "upstream": front.upstream,
        "others": front.others,
        "data": str(front.data_dir),
        "state": str(front.state_dir),
        "host": front.host or "$http_host",
        "name": front.host.partition(":")[0],
        "certificate": str(front.certificate or ""),
        "key": str(front.key or ""),
        "user": front.user,
        "bucket": front.bucket,
        "known": known,
        "nobodys": nobodys,
    }
    template = Engine(autoescape=False).from_string((HERE / "nginx.conf").read_text())
    return template.render(Context(said, autoescape=False))


def _what_is_kept() -> tuple[list[str], list[str]]:
    """The keys of a query that change an answer, and the paths below which nothing is kept.

    The module is run by itself: its package knows the newsroom's tables, and through them settings,
    which make a data folder wherever they are read.
    """
    module: dict[str, Any] = runpy.run_path(str(HERE.parent / "page_cache" / "key.py"))
    known = sorted(module["KNOWN"])
    if strange := [key for key in known if not (key.isidentifier() and key.isascii())]:
        raise ValueError(f"nginx cannot look for this key of a query: {strange[0]!r}")
    nobodys = [path for path in module["NOBODYS"] if path != "/static/"]
    return known, nobodys


def _addresses(port: int) -> list[str]:
    """What nginx listens on: all addresses of a machine that may have no IPv6."""
    return [str(port), f"[::]:{port}"] if _has_ipv6() else [str(port)]


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
