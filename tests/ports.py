"""Where the servers of tests listen."""

import random
import socket


def free_port() -> int:
    """A port that nobody listens at, below those that outgoing connections take for themselves."""
    while True:
        port = random.randrange(15_000, 32_000)  # noqa: S311  (no secret)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
