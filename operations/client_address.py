"""Who sent a request, as far as the machines in between can be believed.

The address itself is for the moment of the request only. What may be kept is its key, which
nobody can turn back once the day's key is destroyed (operations/day_keys.py).
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Self

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

UNKNOWN = ""
SOCKET = "unix"  # in TRUSTED_PROXIES: whoever comes through a unix socket, which has no address
MAPPED_PREFIX_BITS = 96  # ::ffff:0:0/96 holds the IPv4 addresses, RFC 4291, 2.5.5.2
NETWORK_BYTES = 8  # of an IPv6 address, the /64: one household, which changes the rest at will
KEY_BYTES = 16
WITH_PORT = re.compile(r"(?:\[(?P<ipv6>[^\]]+)\]|(?P<ipv4>[0-9.]+))(?::[0-9]*)?")


@dataclass(frozen=True)
class TrustedProxies:
    """The operator's own machines in front of the newsroom; by default there are none."""

    networks: tuple[Network, ...] = ()
    is_socket_trusted: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a comma list of addresses, networks and the word `unix`.

        Raises ValueError about the first entry that is none of these.
        """
        entries = [entry.strip() for entry in text.split(",") if entry.strip()]
        return cls(
            networks=tuple(_parsed_network(entry) for entry in entries if entry != SOCKET),
            is_socket_trusted=SOCKET in entries,
        )

    def trust(self, address: Address) -> bool:
        """Whether the address is one of these machines'."""
        return any(address in network for network in self.networks)


def client_address(meta: Mapping[str, str], *, trusted_proxies: TrustedProxies) -> str:
    """The right-most address that is no trusted proxy's, in its shortest spelling.

    `meta` is a WSGI environment. X-Forwarded-For counts only as far as trusted proxies wrote it:
    whatever a stranger put there stands left of the stranger's own address, where nobody looks.
    `UNKNOWN` when a proxy did not say who came, or said no address; Forwarded is not read.
    """
    peer = meta.get("REMOTE_ADDR", "")  # gunicorn leaves it empty on a unix socket
    if not peer and not trusted_proxies.is_socket_trusted:
        return UNKNOWN
    forwarded = meta.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for hop in reversed([*forwarded, peer] if peer else forwarded):
        address = _parsed(hop)
        if address is None:
            return UNKNOWN
        if not trusted_proxies.trust(address):
            return str(address)
    return UNKNOWN


def address_key(address: str, *, day_key: bytes) -> str:
    """32 letters for an IPv4 address or an IPv6 /64, the same for one day.

    `address` is what `client_address` returned; all that are `UNKNOWN` share a key.
    """
    return hmac.digest(day_key, _person(address), "sha256")[:KEY_BYTES].hex()


def _person(address: str) -> bytes:
    """What of the address stays the same for one sender."""
    parsed = _parsed(address)
    if parsed is None:
        return b""
    return parsed.packed if isinstance(parsed, IPv4Address) else parsed.packed[:NETWORK_BYTES]


def _parsed(text: str) -> Address | None:
    """The address without port, brackets and zone, out of its IPv6 wrapping; None for garbage."""
    text = text.strip()
    match = WITH_PORT.fullmatch(text)
    bare = (match["ipv6"] or match["ipv4"]) if match else text
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _parsed_network(text: str) -> Network:
    network = ip_network(text)
    if isinstance(network, IPv6Network) and network.prefixlen >= MAPPED_PREFIX_BITS:
        mapped = network.network_address.ipv4_mapped
        return IPv4Network((mapped, network.prefixlen - MAPPED_PREFIX_BITS)) if mapped else network
    return network
