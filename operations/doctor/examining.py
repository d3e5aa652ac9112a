"""Asks every check of `settings.DOCTOR_CHECKS`; none of them stops the others."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import Error
from django.utils.module_loading import import_string

from operations.doctor.finding import Finding, fault

logger = logging.getLogger(__name__)

Check = Callable[[], Finding]


@dataclass(frozen=True)
class Examined:
    """A check by its name, and what it found."""

    name: str
    finding: Finding


def examine() -> Iterator[Examined]:
    """One after the other, as soon as each is known."""
    for path in settings.DOCTOR_CHECKS:
        for check in import_string(path):
            yield Examined(name=check.__name__.replace("_", " "), finding=_finding(check))


def _finding(check: Check) -> Finding:
    try:
        return check()
    except Error as problem:
        return fault(
            f"the database does not tell ({type(problem).__name__})",
            fix="see what is said about the database first, then ask again",
        )
    except Exception as problem:
        logger.exception("the check %s broke", check.__name__)
        return fault(
            f"the check itself broke ({type(problem).__name__})",
            fix="the lines of the log say where; please report it",
        )
