"""How a line of the log is written: one line, without control characters, and telling nobody.

Django names the path of every refused request, and the path of a receipt is its key. The words of
an exception can quote what somebody typed (PostgreSQL's even quote the row), so only its kind and
the places in the code are kept.
"""

import logging
import re
import traceback
from types import TracebackType

SECRET_IN_PATH = re.compile(r"(/(?:receipt|report|notices)/)[^/\s\"]{16,}")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]|\n(?=.)", re.DOTALL)
ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class LineFormatter(logging.Formatter):
    """Time, level, logger and message; below them the places of an exception."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (logging's own name)
        """The line, control characters escaped and the secrets in addresses left out."""
        return clean(super().formatMessage(record))

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  (as above)
        """Where it happened and what kind it is, of every exception that led to it; no words."""
        places = "".join(traceback.format_tb(ei[2]))
        return f"Traceback:\n{places}{' because of '.join(kinds(ei[1]))}"


def clean(line: str) -> str:
    """The line, control characters escaped and the secrets in addresses left out."""
    return CONTROL.sub(_escaped, SECRET_IN_PATH.sub(r"\1…", line))


def kinds(problem: BaseException | None) -> list[str]:
    """The kind of an exception and of each that led to it; none of their words."""
    names = []
    while problem is not None:
        names.append(type(problem).__qualname__)
        problem = problem.__cause__ or problem.__context__
    return names


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()
