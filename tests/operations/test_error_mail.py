"""The owner is told of errors: once an hour for a place, and nobody's words."""

import logging
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import DatabaseError, OperationalError, connection, transaction

from operations import outbox
from operations.error_mail import noting, posting
from operations.limits import LimiterUnavailable
from operations.models import OutboxMail

pytestmark = pytest.mark.django_db

OWNERS = ("ana@example.org", "ben@example.org")
SECRET = "5f" * 32


@pytest.fixture(autouse=True)
def newsroom(settings, tmp_path, clock):
    settings.DATA_DIR = tmp_path
    settings.ERROR_MAIL_TO = OWNERS
    settings.REDIS_URL = ""  # Redis has a clock of its own


def log(problem=None, **changes):
    fields = {"lineno": 1, "pathname": "rooms/task.py", "msg": "%s: %s", "args": ("a", SECRET)}
    record = logging.makeLogRecord(
        {"name": "rooms", "levelno": logging.ERROR, "levelname": "ERROR", "funcName": "run"}
        | {"exc_info": problem}
        | fields
        | changes
    )
    noting.NoteHandler().handle(record)


def fail(words="ana@reader.example typed this"):
    try:
        raise KeyError(words)
    except KeyError:
        log(sys.exc_info())


def noted(tmp_path):
    return sorted((tmp_path / "errors").glob("*"))


def posted():
    posting.post_noted()
    return list(OutboxMail.objects.order_by("pk"))


def test_every_owner_is_told_of_kind_and_place_and_of_no_words():
    fail()
    rows = posted()
    assert [row.recipient for row in rows] == [*OWNERS]
    said = f"{rows[0].key} {rows[0].subject} {rows[0].text}"
    assert ("KeyError" in said, "test_error_mail.py:" in said) == (True, True)
    assert ("reader" in said, "typed" in said, SECRET in said) == (False, False, False)
    outbox.send_due()
    assert len(mail.outbox) == 2


def test_an_error_without_an_exception_is_known_by_its_place_alone(tmp_path):
    log()
    assert SECRET not in noted(tmp_path)[0].read_text()
    assert "rooms/task.py:1 run" in posted()[0].text


def test_one_place_is_told_once_an_hour_and_another_beside_it(clock):
    for _again in range(3):
        fail()
    assert len(posted()) == 2
    clock.shift(timedelta(minutes=59))
    fail()
    assert len(posted()) == 2
    log(lineno=2)
    assert len(posted()) == 4
    clock.shift(timedelta(minutes=1))
    fail()
    assert len(posted()) == 6


def test_in_a_broken_transaction_nothing_is_asked_of_the_database(django_assert_num_queries):
    with transaction.atomic():
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("nonsense")
        with django_assert_num_queries(0):
            fail()
        transaction.set_rollback(True)
    assert len(posted()) == 2


def test_what_was_told_leaves_nothing_behind(tmp_path):
    fail()
    assert [path.suffix for path in noted(tmp_path)] == [".json"]
    assert (tmp_path / "errors").stat().st_mode & 0o077 == 0
    posted()
    assert noted(tmp_path) == []


def test_a_disk_that_is_full_breaks_nobodys_page(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "gone"
    fail()
    assert posted() == []


def test_of_two_workers_one_tells(monkeypatch, tmp_path):
    fail()
    [path] = noted(tmp_path)
    monkeypatch.setattr(Path, "glob", lambda folder, form: [path, path])
    assert len(posted()) == 2  # for two owners


def test_without_a_mail_server_the_note_waits(settings, tmp_path):
    settings.HAS_MAIL = False
    fail()
    assert (posted(), len(noted(tmp_path))) == ([], 1)


def test_where_nobody_can_count_the_note_waits(monkeypatch, tmp_path):
    def broken(*some):
        raise LimiterUnavailable

    fail()
    monkeypatch.setattr(posting.limits, "take", broken)
    with pytest.raises(LimiterUnavailable):
        posting.post_noted()
    assert len(noted(tmp_path)) == 1


def test_where_no_mail_can_be_written_the_next_run_tries_again(monkeypatch, tmp_path):
    def locked(mail):
        raise OperationalError

    fail()
    with monkeypatch.context() as patch:
        patch.setattr(posting.outbox, "post", locked)
        with pytest.raises(OperationalError):
            posting.post_noted()
    assert len(noted(tmp_path)) == 1
    assert len(posted()) == 2  # for two owners


def test_the_clock_posts_every_few_seconds(settings):
    assert ("operations.error_mail.posting.post_noted", 10) in settings.CLOCK_JOBS


def test_the_log_is_there_before_any_table_is(tmp_path, settings):
    code = "import django, logging; django.setup(); logging.getLogger('a').error('b')"
    subprocess.run(
        [sys.executable, "-c", code],
        env={
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "ERROR_MAIL_TO": OWNERS[0],
            "DATA_DIR": str(tmp_path),
        },
        cwd=settings.BASE_DIR,
        check=True,
    )
    assert len(noted(tmp_path)) == 1
