"""A server of S3 on this machine, a process of its own that forgets everything at its end."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from tests.ports import free_port

START_TIMEOUT_SECONDS = 60


@contextmanager
def running_s3() -> Iterator[str]:
    """Its address, once it answers."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(address)
            yield address
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while True:
        try:
            requests.get(f"{address}/moto-api/data.json", timeout=START_TIMEOUT_SECONDS)
        except requests.ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def forget(address: str) -> None:
    """Empty all of it."""
    requests.post(f"{address}/moto-api/reset", timeout=START_TIMEOUT_SECONDS)
