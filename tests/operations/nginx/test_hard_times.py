"""What nginx does about floods, slow senders, and a newsroom that does not answer."""

import socket
import socketserver
import threading
import time
from pathlib import Path

from operations.nginx.configuration import Front
from tests.operations.nginx.conftest import fill
from tests.operations.nginx.server import Door, running
from tests.operations.nginx.upstream import Answer, Upstream
from tests.operations.nginx.upstream import running as running_upstream
from tests.ports import free_port


def test_flood_of_comments_is_stopped_and_only_its_own_address(door: Door) -> None:
    told: list[int] = []
    while 429 not in told and len(told) < 300:  # two more are let in each second
        told.append(door.get("/comments/7/submit/", method="POST", sender="127.0.0.2").status)
    assert told[:60] == [200] * 60
    assert told[-1] == 429
    assert door.get("/comments/7/submit/", method="POST", sender="127.0.0.3").status == 200


def test_who_is_stopped_is_told_what_to_do(door: Door) -> None:
    for _ in range(100):
        reply = door.get("/comments/7/submit/", method="POST", sender="127.0.0.4")
        if reply.status == 429:
            break
    assert "Vuelva atrás" in reply.body.decode()
    assert "Please go back" in reply.body.decode()
    assert (reply.headers["Retry-After"], reply.headers["Cache-Control"]) == ("30", "no-store")


def test_who_reads_forms_is_not_counted(door: Door) -> None:
    told = {door.get("/comments/7/form/", sender="127.0.0.5").status for _ in range(80)}
    assert told == {200}


def test_refusals_of_the_newsroom_itself_arrive_with_what_was_typed(door: Door) -> None:
    own = Answer(b"what was typed", cache_control="private, no-store", good_for="")
    for path in ("/comments/8/submit/", "/forms/8/send/"):
        for status in (403, 422, 429, 503):
            door.upstream.tell(path, Answer(own.body, status, {}, own.cache_control, ""))
            reply = door.get(path, method="POST")
            assert (reply.status, reply.body) == (status, own.body)


def test_sender_who_dawdles_over_the_headers_is_cut_off(door: Door) -> None:
    """After one second here, after ten in earnest."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        try:
            rest = slow.recv(1)
        except ConnectionResetError:
            rest = b""
    assert (rest, time.monotonic() - began < 5) == (b"", True)


def test_too_many_headers_are_refused(door: Door) -> None:
    assert door.get("/", X_Long="x" * 40_000).status in (400, 414, 431)


def test_newsroom_that_does_not_answer_is_said_to_be_away(tmp_path: Path) -> None:
    front = Front(
        port=free_port(),
        upstream=f"127.0.0.1:{free_port()}",
        data_dir=fill(tmp_path),
        user=tmp_path.owner(),
    )
    with running(front):
        door = Door(front.port, tmp_path, Upstream())
        door.upstream.server_close()
        for path in ("/", "/?x=1", "/comments/7/form/", "/admin/", "/media/documents/plan.pdf"):
            reply = door.get(path)
            assert (reply.status, reply.headers["Cache-Control"]) == (502, "no-store")
            assert b"The newsroom is away" in reply.body
        assert door.get("/static/css/sheet.css").status == 200
        assert door.get("/.away").status == 404


def test_who_sends_while_the_newsroom_is_away_is_told_so(tmp_path: Path) -> None:
    front = Front(
        port=free_port(),
        upstream=f"127.0.0.1:{free_port()}",
        data_dir=fill(tmp_path),
        user=tmp_path.owner(),
    )
    with running(front):
        door = Door(front.port, tmp_path, Upstream())
        door.upstream.server_close()
        for path in (
            "/comments/7/submit/",
            "/forms/8/send/",
            "/forms/8/send/?x=1",
            "/admin/login/",
        ):
            reply = door.get(path, method="POST")
            assert (reply.status, reply.headers["Retry-After"]) == (502, "10")
            assert b"The newsroom is away" in reply.body


def test_one_machine_of_two_answers_for_both(tmp_path: Path) -> None:
    with running_upstream() as newsroom:
        front = Front(
            port=free_port(),
            upstream=f"127.0.0.1:{free_port()}",
            others=[newsroom.place],
            data_dir=fill(tmp_path),
            user=tmp_path.owner(),
        )
        with running(front):
            door = Door(front.port, tmp_path, newsroom)
            told = [door.get("/comments/7/submit/", method="POST").status for _ in range(20)]
    assert told == [200] * 20


class HangsUp(socketserver.StreamRequestHandler):
    """A machine that ends while it is asked."""

    def handle(self) -> None:
        self.rfile.readline()


def test_comment_whose_machine_ends_in_the_middle_is_sent_to_the_other(tmp_path: Path) -> None:
    with (
        running_upstream() as newsroom,
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), HangsUp) as ending,
    ):
        threading.Thread(target=ending.serve_forever, args=(0.01,), daemon=True).start()
        front = Front(
            port=free_port(),
            upstream=f"127.0.0.1:{ending.server_address[1]}",
            others=[newsroom.place],
            data_dir=fill(tmp_path),
            user=tmp_path.owner(),
        )
        with running(front):
            door = Door(front.port, tmp_path, newsroom)
            told = [door.get("/comments/7/submit/", method="POST").status for _ in range(20)]
        ending.shutdown()
    assert told == [200] * 20


def test_no_address_is_written_down(door: Door) -> None:
    for target in ("/", "/static/missing.css", "/comments/7/form/", "/%00", "/media/images/x"):
        door.get(target, sender="127.0.0.9")
    written = [path for path in (door.data / "nginx").rglob("*") if path.is_file()]
    assert [path.name for path in written if b"127.0.0.9" in path.read_bytes()] == []
    assert (door.data / "nginx" / "error.log").read_text() == ""
