"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is; only a fault makes `doctor` fail."""

    GOOD = "ok"
    WARNING = "warning"
    FAULT = "FAULT"


@dataclass(frozen=True)
class Finding:
    """In a line what is so and, unless it is good, in another what to do about it."""

    grade: Grade
    says: str
    fix: str = ""


def good(says: str) -> Finding:
    """As it should be."""
    return Finding(Grade.GOOD, says)


def warning(says: str, *, fix: str) -> Finding:
    """It works, and may not for long, or not for everybody."""
    return Finding(Grade.WARNING, says, fix)


def fault(says: str, *, fix: str) -> Finding:
    """It does not work, or endangers somebody."""
    return Finding(Grade.FAULT, says, fix)
