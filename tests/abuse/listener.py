"""A port on this machine that counts who knocks: nobody may, whatever address we were given."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Listener:
    """`count` says how many connections came; `url` is the address to plant."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self.port: int = self._socket.getsockname()[1]
        self.count = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/planted.png"

    def spellings(self) -> list[str]:
        """The same address as an attacker writes it."""
        hosts = [
            "127.0.0.1",
            "localhost",
            "127.1",
            "2130706433",
            "0x7f000001",
            "[::ffff:127.0.0.1]",
        ]
        return [f"http://{host}:{self.port}/planted.png" for host in hosts]

    def _listen(self) -> None:
        while not self._is_over.is_set():
            try:
                connection, _address = self._socket.accept()
            except TimeoutError:
                continue
            self.count += 1
            connection.sendall(
                b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<title>x</title>"
            )
            connection.close()

    def stop(self) -> None:
        self._is_over.set()
        self._thread.join()
        self._socket.close()


@contextmanager
def listening() -> Iterator[Listener]:
    listener = Listener()
    try:
        yield listener
    finally:
        listener.stop()
