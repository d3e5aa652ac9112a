"""The files of exports: read once by whoever asked, and gone after a week."""

import os
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils.crypto import salted_hmac

from comments.models import IrreversibleAct, IrreversibleKind

KEPT = timedelta(days=7)  # docs/privacy.md
SALT = "comments.irreversible.export"
ONLY_FOR_US = 0o600


def write(act: IrreversibleAct, pieces: Iterable[str]) -> None:
    """Put a file there, whole or not at all; nobody else on the machine may read it."""
    path = _path(act)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ONLY_FOR_US)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(pieces)
    unfinished.replace(path)


def is_there(act: IrreversibleAct) -> bool:
    """Whether there is something to collect."""
    return _path(act).exists()


def collect(act: IrreversibleAct) -> bytes | None:
    """The file, which is gone then; None when it was collected before, or too old."""
    path = _path(act)
    taken = path.with_suffix(".taken")
    try:
        path.rename(taken)  # of two at once, one gets it
    except FileNotFoundError:
        return None
    content = taken.read_bytes()
    taken.unlink()
    return content


def forget_about(*comment_ids: int) -> None:
    """Delete every file that holds one of the comments whose words are not to be read any more.

    Whoever asked can ask again, and gets what is left.
    """
    exports = IrreversibleAct.objects.filter(kind=IrreversibleKind.EXPORT, called_off_at=None)
    forgotten = set(comment_ids)
    for act in exports:
        if any(number in forgotten for number, _seen in act.wanted):
            for suffix in (".json", ".taken", ".unfinished"):
                _path(act).with_suffix(suffix).unlink(missing_ok=True)


def forget_exports() -> None:
    """Delete what is older than a week, collected or not; a job of the clock."""
    oldest = time.time() - KEPT.total_seconds()
    for path in _folder().glob("*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)


def _path(act: IrreversibleAct) -> Path:
    """A name that nobody guesses, should the folder ever be served by mistake."""
    unguessable = salted_hmac(SALT, str(act.pk), algorithm="sha256").hexdigest()
    return _folder() / f"{act.pk}-{unguessable}.json"


def _folder() -> Path:
    return Path(settings.DATA_DIR, "exports")
