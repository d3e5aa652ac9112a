"""A mail server on this machine that keeps what it is sent, and misbehaves when it is told to.

    with SmtpSink() as sink:
        sink.replies["RCPT"] = "550 5.1.1 no such user"
        ...
        assert sink.recipients() == []

`replies` is keyed by the steps of a conversation: CONNECT, EHLO, MAIL, RCPT, DATA, END (after the
whole mail) and the other commands by their own names. A value is an answer, or HANG (say nothing
until the sink closes), or DROP (hang up). At END the mail is kept whenever the answer is not a
refusal, so DROP there is a server that took the mail and could not say so any more.
"""

import socketserver
import threading
import time
from collections import Counter
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Self

HANG = "hang"
DROP = "drop"
USUAL = {
    "CONNECT": "220 sink",
    "EHLO": "250 8BITMIME",
    "DATA": "354 go on",
    "END": "250 kept",
    "QUIT": "221 bye",
}


@dataclass(frozen=True)
class SunkMail:
    """One mail as it arrived."""

    recipient: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail with its headers and words decoded."""
        return message_from_bytes(self.raw, policy=policy.default)

    @property
    def text(self) -> str:
        """Its words, with the ends of lines as we write them."""
        return self.message.get_content().replace("\r\n", "\n")


class SmtpSink:
    """The server, in a thread of its own, on a port of the loopback: a free one by itself."""

    def __init__(self, port: int = 0) -> None:
        self.mails: list[SunkMail] = []
        self.replies: dict[str, str] = {}
        self.refused_recipients: dict[str, str] = {}  # an answer for each
        self.conversations = 0
        self.seconds_for_a_mail = 0.0  # how long it looks into each before it answers
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Conversation)
        self._server.sink = self
        self.port: int = self._server.server_address[1]

    def recipients(self) -> list[str]:
        """To whom mail came, in the order of arrival, as often as it came."""
        return [mail.recipient for mail in self.mails]

    def duplicates(self) -> int:
        """How many mails were one too many for their recipient."""
        return sum(number - 1 for number in Counter(self.recipients()).values())

    def close(self) -> None:
        """Takes no more mail, and ends the conversations that hang."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    sink: SmtpSink

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that are killed hang up in the middle; that is what some tests are about."""


class _HangUp(Exception):
    """The conversation is over."""


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """Answers line by line until one side hangs up."""
        self._sink: SmtpSink = self.server.sink
        self._sink.conversations += 1
        self._recipient = ""
        try:
            self._answer("CONNECT")
            while line := self.rfile.readline():
                self._obey(line.decode("utf-8", "replace").strip())
        except (_HangUp, ConnectionError):
            return

    def _obey(self, line: str) -> None:
        step = line.partition(" ")[0].upper()
        if step == "RCPT":
            self._recipient = line.partition("<")[2].partition(">")[0]
            refusal = self._sink.refused_recipients.get(self._recipient)
            self._answer(step, usual=refusal or "250 ok")
        elif step == "DATA" and self._answer(step).startswith("354"):
            self._take_mail()
        elif step != "DATA":
            self._answer(step)
        if step == "QUIT":
            raise _HangUp

    def _take_mail(self) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _HangUp  # half a mail is none
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        time.sleep(self._sink.seconds_for_a_mail)
        if not self._sink.replies.get("END", "250").startswith(("4", "5", HANG)):
            self._sink.mails.append(SunkMail(self._recipient, b"".join(lines)))
        self._answer("END")

    def _answer(self, step: str, *, usual: str = "250 ok") -> str:
        reply = self._sink.replies.get(step, USUAL.get(step, usual))
        if reply == HANG:
            self._sink.closing.wait()
        if reply in (HANG, DROP):
            raise _HangUp
        self.wfile.write(f"{reply}\r\n".encode())
        return reply
