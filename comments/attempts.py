"""Taking one step that may break or take too long, without losing what it was taken for."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from comments import conf
from comments.spam import Evidence, Sign

logger = logging.getLogger(__name__)

Result = TypeVar("Result")


def attempt(
    name: str, step: Callable[[], Result], *, budget_seconds: float = conf.CHECK_BUDGET_SECONDS
) -> tuple[Result | None, Evidence | None]:
    """The step's result, and evidence when it broke or took longer than `budget_seconds`.

    Nothing that can happen in a step may lose a comment or publish it unread.
    """
    began = time.monotonic()
    try:
        result = step()
    except Exception:
        logger.exception("%s failed; the comment waits for a person", name)
        return None, Evidence(Sign.CHECK_FAILED, name)
    seconds = time.monotonic() - began
    if seconds > budget_seconds:
        logger.warning("%s took %.1f s; the comment waits for a person", name, seconds)
        return result, Evidence(Sign.CHECK_FAILED, name)
    return result, None
