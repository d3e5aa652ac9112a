"""A newsroom behind the shipped nginx, within the test's own transaction.

The reader asks nginx from a thread; whatever nginx asks for is answered by the test's own thread,
with the page cache and Django as the product runs them.
"""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from operations.nginx.configuration import Front
from tests.operations.nginx.conftest import fill
from tests.operations.nginx.server import PATIENCE_SECONDS, Reply, running
from tests.ports import free_port

LOOK_SECONDS = 0.01


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_words: object) -> None:
        pass


@dataclass(frozen=True)
class Proxy:
    """nginx and the socket behind it; `asked` are the targets that nginx asked for."""

    port: int
    server: WSGIServer
    asked: list[str]

    def get(
        self, target: str, *, method: str = "GET", body: str | None = None, **headers: str
    ) -> Reply:
        """What a reader is answered; headers are named with underscores."""
        told: list[Reply] = []
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        def read() -> None:
            connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=PATIENCE_SECONDS
            )
            connection.request(method, target, body, named)
            answer = connection.getresponse()
            told.append(Reply(answer.status, answer.read(), answer.headers))
            connection.close()

        reader = threading.Thread(target=read)
        reader.start()
        while reader.is_alive():
            self.server.handle_request()  # gives up soon where nothing is asked
        [reply] = told
        return reply

    def serve(self, application: Callable[..., object]) -> None:
        """From now on this application answers."""

        def counted(environ: dict[str, object], start_response: Callable[..., object]) -> object:
            query = environ["QUERY_STRING"]
            self.asked.append(f"{environ['PATH_INFO']}{'?' if query else ''}{query}")
            return application(environ, start_response)

        self.asked.clear()
        self.server.set_app(counted)


@contextmanager
def proxy(folder: Path) -> Iterator[Proxy]:
    """nginx by its own configuration, until the end of the block."""
    with WSGIServer(("127.0.0.1", 0), _Quiet) as server:
        server.timeout = LOOK_SECONDS
        front = Front(
            port=free_port(),
            upstream=f"127.0.0.1:{server.server_port}",
            data_dir=fill(folder),
            user=folder.owner(),
        )
        with running(front):
            yield Proxy(front.port, server, [])
