"""What stands behind nginx in its tests: answers as it is told to, and counts who asked."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

EVERYBODYS = "public, max-age=0, s-maxage=1, must-revalidate"
THIS_SECOND = "this second"


@dataclass(frozen=True)
class Answer:
    """`good_for` is X-Accel-Expires: a number of seconds, `THIS_SECOND`, or nothing said."""

    body: bytes = b"words"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cache_control: str = EVERYBODYS
    good_for: str = "60"
    seconds: float = 0
    is_chunked: bool = False


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Message


class Upstream(ThreadingHTTPServer):
    """On a free port of this machine. By path: what it answers, and what it was asked."""

    daemon_threads = True
    request_queue_size = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def tell(self, path: str, answer: Answer) -> None:
        self.answers[path] = answer

    def change(self, path: str, body: bytes) -> None:
        self.answers[path] = replace(self.answers.get(path, Answer()), body=body)

    def targets(self, path: str) -> list[str]:
        """What was asked for at this path, queries included."""
        return [each.target for each in self.asked if each.target.partition("?")[0] == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Upstream

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.asked.append(Asked(self.command, self.path, self.headers))
        answers, path = self.server.answers, self.path.partition("?")[0]
        answer = answers.get(self.path) or answers.get(path) or Answer()
        time.sleep(answer.seconds)
        self._send(answers.get(self.path) or answers.get(path) or answer)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.do_GET()

    def _send(self, answer: Answer) -> None:
        etag = f'W/"{hash(answer.body)}"'
        is_known = etag in self.headers.get("If-None-Match", "")
        status = 304 if is_known else answer.status
        headers = {"Cache-Control": answer.cache_control, "ETag": etag, "Vary": "Accept-Encoding"}
        if answer.good_for:
            headers["X-Accel-Expires"] = answer.good_for.replace(
                THIS_SECOND, f"@{int(time.time())}"
            )
        if not is_known:
            size = {"Transfer-Encoding": "chunked"} if answer.is_chunked else {}
            headers |= size or {"Content-Length": str(len(answer.body))}
        self.send_response(status)
        for name, value in {**headers, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD" or is_known:
            return
        whole = b"%x\r\n%b\r\n0\r\n\r\n" % (len(answer.body), answer.body)
        self.wfile.write(whole if answer.is_chunked else answer.body)

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def running() -> Iterator[Upstream]:
    with Upstream() as upstream:
        thread = threading.Thread(target=upstream.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield upstream
        upstream.shutdown()
        thread.join()
