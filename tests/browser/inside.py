"""Runs code inside a newsroom, for journeys, in one process: to start one takes seconds.

As a module it reads a piece of code a line, as JSON, and answers each with what it printed, or with
how it failed.
"""

import json
import subprocess
import sys
import traceback
from collections.abc import Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


class Inside:
    """The process, which begins with the first piece of code and ends with `close`."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._process: subprocess.Popen[str] | None = None

    def run(self, code: str) -> str:
        """What the code prints; a failure fails the test, with its traceback."""
        self._process = process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(code) + "\n")
        process.stdin.flush()
        answered = process.stdout.readline()
        assert answered, "the process inside the newsroom has ended; its log says why"
        printed, failure = json.loads(answered)
        assert not failure, failure
        return str(printed)

    def close(self) -> None:
        """End the process, if it ever began."""
        if self._process:
            self._process.communicate()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.browser.inside"],
            cwd=REPOSITORY,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )


def answer(code: str) -> tuple[str, str]:
    """What it printed, and the traceback if it failed."""
    from django.db import close_old_connections

    printed = StringIO()
    try:
        with redirect_stdout(printed):
            exec(code, {"__name__": "inside"})  # noqa: S102  (a test's own code)
    except Exception:  # noqa: BLE001  (told to the test)
        return printed.getvalue(), traceback.format_exc()
    finally:
        close_old_connections()
    return printed.getvalue(), ""


def main() -> None:
    """Answer until there is nothing more to read."""
    import django

    django.setup()
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)  # noqa: T201  (it is the answer)


if __name__ == "__main__":
    main()
