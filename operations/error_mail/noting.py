"""Notes where an error was logged from."""

import json
import logging
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from operations.log_lines import kinds

FOLDER = "errors"  # in the data folder


class NoteHandler(logging.Handler):
    """Notes where an error was logged from, once until the worker has read it."""

    def emit(self, record: logging.LogRecord) -> None:
        """Never raises: the log has the error, whatever comes of the mail."""
        with suppress(Exception):  # who logs an error must not meet another
            _note(settings.DATA_DIR / FOLDER, record)


def _note(folder: Path, record: logging.LogRecord) -> None:
    """Nobody reads half a note; of two processes that note one place at once either may win."""
    note = _told(record)
    place = sha256(f"{note['logger']} {note['kind']} {note['places'][-1:]}".encode())
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{place.hexdigest()[:32]}.json"
    if path.exists():
        return
    draft = path.with_suffix(f".{record.process}.{record.thread}")
    draft.write_text(json.dumps(note), encoding="utf-8")
    draft.replace(path)


def _told(record: logging.LogRecord) -> dict[str, str | list[str]]:
    """Kinds and places alone: what a message is filled with may be of a reader."""
    problem = record.exc_info[1] if record.exc_info else None
    trace = traceback.extract_tb(problem.__traceback__ if problem else None)
    places = [f"{place.filename}:{place.lineno} {place.name}" for place in trace]
    return {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
        "logger": record.name,
        "kind": " because of ".join(kinds(problem)) or record.levelname,
        "places": places or [f"{record.pathname}:{record.lineno} {record.funcName}"],
    }
