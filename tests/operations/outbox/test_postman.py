"""The postman leaves a failing mail server alone, for longer each time, and comes back."""

import threading

import pytest

from operations.outbox import postman
from operations.outbox.postman import FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Postman
from operations.outbox.sending import Run
from tests.operations.outbox.mails import post_mail

DOWN = Run(problem="ConnectionRefusedError")


class Round:
    """A postman with a clock to set and runs that end as told."""

    def __init__(self) -> None:
        self.runs = 0
        self.now = 0.0
        self.ends = Run()
        self.postman = Postman(until=threading.Event(), seconds=lambda: self.now)

    def run_at(self, now: float) -> int:
        self.now = now
        self.postman.run()
        return self.runs

    def send_due(self, *, until: threading.Event) -> Run:
        self.runs += 1
        return self.ends


@pytest.fixture
def round_(monkeypatch):
    made = Round()
    monkeypatch.setattr(postman, "send_due", made.send_due)
    return made


def test_postman_runs_each_time_while_all_is_well(round_):
    assert [round_.run_at(now) for now in (0.0, 3.0, 6.0)] == [1, 2, 3]


def test_server_that_is_down_is_left_alone_for_a_pause_that_doubles(round_):
    round_.ends = DOWN
    assert [round_.run_at(now) for now in (0.0, 4.9, 5.0, 14.9, 15.0)] == [1, 1, 2, 2, 3]


def test_pause_is_never_longer_than_five_minutes(round_):
    round_.ends = DOWN
    now = 0.0
    for runs in range(1, 20):
        assert round_.run_at(now) == runs
        now += LONGEST_PAUSE_SECONDS
    assert round_.run_at(now - 1) == 19


def test_pause_begins_anew_after_a_run_without_trouble(round_):
    for ends, now in ((DOWN, 0.0), (DOWN, 5.0), (Run(), 15.0), (DOWN, 18.0)):
        round_.ends = ends
        round_.run_at(now)
    assert round_.run_at(18.0 + FIRST_PAUSE_SECONDS) == 5


def test_pause_begins_anew_when_some_mail_was_sent_before_the_trouble(round_):
    for ends, now in ((DOWN, 0.0), (DOWN, 5.0), (Run(sent=3, problem="SMTPDataError 451"), 15.0)):
        round_.ends = ends
        round_.run_at(now)
    assert round_.run_at(15.0 + FIRST_PAUSE_SECONDS) == 4


def test_trouble_is_logged_by_its_kind(round_, caplog):
    round_.ends = DOWN
    round_.run_at(0.0)
    assert caplog.messages == [
        "the mail server is left alone for 5 seconds: ConnectionRefusedError"
    ]


@pytest.mark.django_db
def test_postman_passes_on_that_the_worker_stops(sink):
    stop = threading.Event()
    stop.set()
    row = post_mail()
    Postman(until=stop).run()
    row.refresh_from_db()
    assert row.attempts == 0
