"""Load by `wrk`, and the processor time that the answers cost the server."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS, CONNECTIONS = 4, 32
ATTEMPTS = 50
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Rate:
    """Answers a second, the median of how long one took, and the server's processor time for it."""

    a_second: float
    answers: int
    median_ms: float
    cpu_ms: float


def ask(
    address: str,
    process: int | None,
    *,
    headers: Mapping[str, str] | None = None,
    script: Sequence[str | Path] = (),
    seconds: int = SECONDS,
    connections: int = CONNECTIONS,
) -> Rate:
    """Ask an address without a pause; `script` is one of wrk's, in Lua, with what is handed to it.

    Ends the bench when an answer is an error, for what is quick then says nothing.
    """
    before = seconds_of(process)
    command = [_wrk(), "--threads=1", f"--connections={connections}", f"--duration={seconds}s"]
    command += [f"--header={name}: {value}" for name, value in (headers or {}).items()]
    command += ["--latency", *(["--script", str(script[0])] if script else []), address]
    command += ["--", *map(str, script[1:])] if script else []
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    if "Non-2xx" in said:
        sys.exit(said)
    answers = int(re.search(r"(\d+) requests in", said)[1])
    return Rate(
        float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        answers,
        _milliseconds(*re.search(r"50%\s+([\d.]+)(\w+)", said).groups()),
        (seconds_of(process) - before) / answers * 1_000,
    )


def fetch(address: str, headers: Mapping[str, str] | None = None) -> bytes:
    """The bytes of one answer, from a server that may still be starting."""
    for attempt in range(ATTEMPTS):
        try:
            asked = urllib.request.Request(address, headers=dict(headers or {}))  # noqa: S310
            with urllib.request.urlopen(asked) as answer:  # noqa: S310  (our own server)
                return answer.read()
        except OSError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(0.1)
    raise AssertionError


def seconds_of(process: int | None) -> float:
    """Processor time of a process and all its children, which live longer than a measurement."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICKS
    return own + sum(seconds_of(child) for child in children_of(process))


def children_of(process: int) -> list[int]:
    """The processes that a process has started."""
    return [
        int(number)
        for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ]


def listener(url: str) -> int:
    """The process that started those which listen at an address."""
    port = int(url.rpartition(":")[2])
    said = subprocess.run(  # noqa: S603
        ["ss", "-Hltnp", f"sport = :{port}"],  # noqa: S607  (Debian's)
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return min(int(number) for number in re.findall(r"pid=(\d+)", said))


def _wrk() -> str:
    return shutil.which("wrk") or sys.exit("this needs wrk: apt-get install -y wrk")


def _milliseconds(number: str, unit: str) -> float:
    return float(number) * {"us": 0.001, "ms": 1, "s": 1_000}[unit]
