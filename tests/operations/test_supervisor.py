"""The process tree: what must stay up stays up, and when it ends nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from operations import supervisor
from operations.supervisor import STOP_SIGNALS, Child, Supervisor

PATIENCE_SECONDS = 20.0


def sleep_on() -> None:
    time.sleep(PATIENCE_SECONDS * 3)


def ignore_sigterm_and_sleep_on() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sleep_on()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether the process runs; one that ended and was not collected yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def writes_its_pid(path: Path) -> Callable[[], None]:
    def write_and_sleep_on() -> None:
        path.write_text(str(os.getpid()))
        sleep_on()

    return write_and_sleep_on


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    handlers = [signal.getsignal(number) for number in STOP_SIGNALS]
    yield
    for number, handler in zip(STOP_SIGNALS, handlers, strict=True):
        signal.signal(number, handler)


@pytest.mark.parametrize("number", STOP_SIGNALS)
def test_a_stop_signal_ends_every_child(tmp_path: Path, number: signal.Signals) -> None:
    paths = [tmp_path / "web", tmp_path / "worker"]

    def stop_once_both_run() -> None:
        if all(path.exists() and path.read_text() for path in paths):
            os.kill(os.getpid(), number)

    children = [Child(path.name, writes_its_pid(path), essential=True) for path in paths]
    assert Supervisor(children).run(on_tick=stop_once_both_run) == 0
    assert not any(runs(int(path.read_text())) for path in paths)


def test_newsroom_ends_with_an_essential_child_that_ends_at_once_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = tmp_path / "worker"

    def end_once_the_other_runs() -> None:
        wait_until(other.exists)

    children = [
        Child("web server", end_once_the_other_runs, essential=True),
        Child("worker", writes_its_pid(other), essential=False),
    ]
    assert Supervisor(children).run(on_tick=lambda: None) == 1
    assert not runs(int(other.read_text()))
    assert "web server process ended; so does the newsroom" in caplog.text


def test_other_child_is_started_again_however_it_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 0.01)
    lives = tmp_path / "lives"

    def die() -> None:
        with lives.open("a") as file:
            file.write("x")
        os.kill(os.getpid(), signal.SIGKILL)

    def stop_after_three_lives() -> None:
        if lives.exists() and len(lives.read_text()) >= 3:
            os.kill(os.getpid(), signal.SIGTERM)

    worker = Child("worker", die, essential=False)
    assert Supervisor([worker]).run(on_tick=stop_after_three_lives) == 0


def test_essential_child_that_has_worked_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(supervisor, "AT_ONCE_SECONDS", 0.0)
    lives = tmp_path / "lives"

    def die() -> None:
        with lives.open("a") as file:
            file.write("x")
        os.kill(os.getpid(), signal.SIGKILL)

    def stop_after_two_lives() -> None:
        if lives.exists() and len(lives.read_text()) >= 2:
            os.kill(os.getpid(), signal.SIGTERM)

    web = Child("web server", die, essential=True)
    assert Supervisor([web]).run(on_tick=stop_after_two_lives) == 0


def test_one_quick_death_ends_nothing_that_has_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = supervisor._Keeper(Child("web server", lambda: None, essential=True))
    verdicts = []
    for lived in (supervisor.AT_ONCE_SECONDS + 1, 0.0):
        keeper._started_at = time.monotonic() - lived
        keeper.process = supervisor.start(lambda: None)
        keeper.process.join()
        keeper.has_ended()
        verdicts.append(keeper.cannot_work)
    assert verdicts == [False, False]


def test_pause_before_a_new_start_grows_with_every_quick_death(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: 1000.0)
    keeper = supervisor._Keeper(Child("worker", lambda: None, essential=False))
    pauses = []
    for _death in range(9):
        keeper._started_at = 999.0
        keeper.process = _Dead()
        assert keeper.has_ended()
        pauses.append(keeper._start_at - 1000.0)
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    keeper._started_at = 0.0
    keeper.process = _Dead()
    keeper.has_ended()
    assert keeper._start_at == 1001.0


class _Dead:
    """A process that has ended."""

    exitcode = -9

    def is_alive(self) -> bool:
        return False


def test_child_that_does_not_listen_is_killed_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STOP_WITHIN_SECONDS", 0.3)
    process = supervisor.start(ignore_sigterm_and_sleep_on)
    time.sleep(0)
    supervisor.stop_all([process])
    assert not process.is_alive()


def test_no_child_outlives_a_supervisor_that_was_killed() -> None:
    program = (
        "import time; from operations import supervisor\n"
        "print(supervisor.start(lambda: time.sleep(60)).pid, flush=True)\n"
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert runs(child)
        parent.kill()
    wait_until(lambda: not runs(child))
