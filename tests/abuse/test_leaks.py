"""A planted address, e-mail and browser are found nowhere in what a newsroom says and keeps.

A whole newsroom as processes, with its worker, and a mail server beside it (39, 45, 46).
"""

import re
import sqlite3
import time
from contextlib import closing

import pytest

from tests.abuse import planted
from tests.abuse.planted import EMAIL, NETWORK, OTHER_EMAIL, WORDS, Visitor, marks_in, raw
from tests.browser.crawl import crawl
from tests.browser.server import running_newsroom
from tests.smtp_sink import SmtpSink

pytestmark = pytest.mark.process

PATIENCE_SECONDS = 60
SETTLE = """
from comments.models import CommentSettings
from wagtail.models import Site
for site in Site.objects.all():
    settings = CommentSettings.for_site(site)
    settings.moderation = "hold_doubtful"
    settings.save()
from blog.models import PostPage
from datetime import UTC, datetime
print(PostPage.objects.live().filter(locale__language_code="en", comments_open=True).first().pk)
"""
APPROVE_ALL = """
from accounts.models import User
from comments import moderation
from comments.models import Comment
from comments.moderation import Ruling
user = User.objects.first()
for comment in Comment.objects.filter(status="pending").exclude(body=""):
    seen = comment.events.latest("pk").pk
    moderation.approve(comment.pk, Ruling(moderator=user, seen_event_id=seen))
"""
# Where an address may be kept, because its owner asked to be written to.
MAY_HOLD_THE_EMAIL = {
    ("comments_subscription", "email"),
    ("operations_outboxmail", "recipient"),
}


class Story:
    """What was answered, said and kept while the planted reader came by."""

    def __init__(self, server, sink, folder):
        self.server, self.sink, self.folder = server, sink, folder
        self.answers = []
        self.page_id = int(server.run(SETTLE).split()[-1])
        self.reader = Visitor(server.url)
        self.other = Visitor(server.url, address="198.51.100.1", browser="Another")

    def keep(self, answer):
        self.answers.append(answer)
        return answer

    def wait_for_mail(self, number):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(self.sink.mails) < number and time.monotonic() < deadline:
            time.sleep(0.2)
        assert len(self.sink.mails) >= number

    def confirm(self):
        """Everybody who was asked says yes."""
        for mail in list(self.sink.mails):
            [link] = re.findall(r"http\S+/notices/\S+", mail.text)[:1]
            self.keep(self.other.ask("GET", link))
            self.keep(self.other.ask("POST", link, {}))

    def go_by(self):
        """All that a reader can do, and all that can go wrong."""
        follow = f"/comments/{self.page_id}/follow/"
        wish = {"frequency": "at_once"}
        self.keep(self.other.ask("POST", follow, wish | {"email": OTHER_EMAIL}))
        held = self.keep(self.reader.send(self.page_id, email=EMAIL, notify="replies", body=WORDS))
        assert held.status == 303
        receipt = held.headers["Location"]
        self.keep(self.reader.ask("POST", follow, wish | {"email": EMAIL}))
        self.wait_for_mail(2)
        self.confirm()
        self.server.run(APPROVE_ALL)
        self.read_receipt(receipt)
        self.go_wrong(receipt)
        Visitor(self.server.url, address=NETWORK).send(self.page_id, body="From a network.")
        self.server.run(APPROVE_ALL)

    def read_receipt(self, receipt):
        for name in ("", "qr.svg", "edit/", "withdraw/", "notices/"):
            self.keep(self.reader.ask("GET", receipt + name))
        self.keep(self.reader.ask("POST", f"{receipt}edit/", {"body": "Changed words."}))

    def go_wrong(self, receipt):
        """404, 403, 405, 413, 422 and 429, each from the planted address."""
        submit = f"/comments/{self.page_id}/submit/"
        hostile = "\r\n\x1b[31m2026-01-01 ERROR forged\x00\u2028"
        self.keep(self.reader.ask("GET", f"/comments/receipt/{'0' * 64}/"))
        self.keep(self.reader.ask("GET", "/nothing/here%0d%0a%1b[31mforged/?q=%1b[31m"))
        self.keep(self.reader.ask("POST", f"{receipt}edit/", {"body": ""}))
        self.keep(self.reader.ask("PUT", submit, {}))
        self.keep(self.reader.ask("POST", submit, {"body": "x" * 70_000}))
        self.keep(self.reader.send(self.page_id, name=f"Ana{hostile}", body=WORDS))
        self.keep(self.reader.send(self.page_id, body=WORDS + hostile, website=f"x{hostile}"))
        foreign = Visitor("http://evil.example")
        foreign._host = self.server.url.removeprefix("http://")
        self.keep(foreign.ask("POST", submit, {"body": WORDS}))
        for number in range(32):
            last = self.keep(self.reader.send(self.page_id, body=f"Hasty {number}."))
        assert last.status == 429


@pytest.fixture(scope="module")
def story(tmp_path_factory, founded):
    folder = tmp_path_factory.mktemp("newsroom")
    with SmtpSink() as sink, pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRUSTED_PROXIES", "127.0.0.1")
        patch.setenv("DATABASE_URL", "")
        patch.setenv("REDIS_URL", "")
        email_url = f"smtp://127.0.0.1:{sink.port}"
        with running_newsroom(folder, founded=founded, email_url=email_url) as server:
            story = Story(server, sink, folder)
            story.go_by()
            yield story


def test_all_kinds_of_answers_were_given(story):
    assert {200, 303, 403, 404, 405, 413, 422, 429} <= {a.status for a in story.answers}


def test_no_answer_to_the_reader_repeats_address_or_browser(story):
    """The e-mail is in none of them either: no form came back that had it."""
    for answer in story.answers:
        assert marks_in(answer.everything) == []


def test_no_public_page_has_anything_of_the_reader(story):
    found = crawl(story.server.url + "/")
    assert len(found) > 20
    for address, (_status, headers, body) in found.items():
        assert marks_in(address.encode() + str(headers).encode() + body) == [], address


@pytest.mark.parametrize(
    "path", ["count.json", "form/", "follow/", "at/comment-1/", "form/?parent=1", "?page=2"]
)
def test_no_address_of_the_comments_has_it(story, path):
    answer = story.other.ask("GET", f"/comments/{story.page_id}/{path}")
    assert marks_in(answer.everything) == []


def test_no_mail_to_others_has_it_and_no_mail_the_words(story):
    assert {mail.recipient for mail in story.sink.mails} >= {OTHER_EMAIL, EMAIL}
    for mail in story.sink.mails:
        own = (EMAIL,) if mail.recipient == EMAIL else ()
        assert marks_in(mail.raw, besides=own) == []
        assert WORDS.encode() not in mail.raw


def test_the_log_has_no_person_no_word_no_secret_and_no_forged_line(story):
    log = (story.folder / "server.log").read_bytes()
    assert b"comments.effects" in log
    assert marks_in(log) == []
    assert WORDS.encode() not in log
    assert b"\x1b" not in log
    assert b"\r" not in log
    assert not re.search(rb"^.{0,40}ERROR forged", log, re.MULTILINE)
    assert not re.search(rb"[0-9a-f]{64}", log)


def test_no_file_beside_the_database_has_it(story):
    files = [path for path in story.folder.rglob("*") if path.is_file()]
    others = [path for path in files if ".sqlite3" not in path.name]
    assert len(others) > 10
    assert [path.name for path in others if marks_in(path.read_bytes())] == []


def test_the_bytes_of_the_database_have_no_address_and_no_browser(story):
    """Of the file and of what is still in its log; the e-mail has rows of its own."""
    files = list(story.folder.glob("*.sqlite3*"))
    assert files
    for file in files:
        assert marks_in(file.read_bytes(), besides=(EMAIL,)) == []


def test_the_email_is_in_no_table_but_those_that_send_mail(story):
    [file] = story.folder.glob("*.sqlite3")
    found = set()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for [table] in database.execute(names).fetchall():
            rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (our own names)
            columns = [column[0] for column in rows.description]
            for row in rows:
                cells = zip(columns, row, strict=True)
                found |= {(table, name) for name, cell in cells if marks_in(as_bytes(cell))}
    assert found == MAY_HOLD_THE_EMAIL


def as_bytes(cell):
    return cell if isinstance(cell, bytes) else str(cell).encode()


# 46: shapes of requests, at the server that is really served


def request(story, *lines, body=b""):
    return raw(story.server.url, "\r\n".join([*lines, "", ""]).encode() + body)


def test_http_1_0_is_answered(story):
    said = request(story, "GET / HTTP/1.0", "Host: 127.0.0.1")
    assert re.match(rb"HTTP/1\.[01] 200", said)


def test_two_lengths_of_one_request_smuggle_nothing(story):
    smuggled = b"0\r\n\r\nGET /smuggled/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    said = request(
        story,
        f"POST /comments/{story.page_id}/submit/ HTTP/1.1",
        "Host: 127.0.0.1",
        f"Content-Length: {len(smuggled)}",
        "Transfer-Encoding: chunked",
        body=smuggled,
    )
    assert said.count(b"HTTP/1.1 ") <= 1
    assert b"/smuggled/" not in said


@pytest.mark.parametrize(
    "line",
    [
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: -1",
        "Content-Length: 1_0",
        "Content-Length: abc",
    ],
)
def test_a_request_of_no_honest_length_is_refused(story, line):
    path = f"POST /comments/{story.page_id}/submit/ HTTP/1.1"
    said = request(story, path, "Host: 127.0.0.1", line, body=b"12345")
    assert re.match(rb"HTTP/1\.1 (400|501)", said)
    assert planted.ADDRESS.encode() not in said


def test_a_foreign_host_is_refused(story):
    said = request(story, "GET / HTTP/1.1", "Host: evil.example", "Connection: close")
    assert said.startswith(b"HTTP/1.1 400")
    assert b"evil.example" not in said
