"""What the drill `guards` takes out: one line, and the tests that must miss it."""

from dataclasses import dataclass

ABUSE = "tests/abuse"


@dataclass(frozen=True)
class Guard:
    """A guard's name, the line that holds it, what stands there without it, and its tests."""

    name: str
    file: str
    line: str
    without: str
    tests: str
