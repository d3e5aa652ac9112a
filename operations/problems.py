"""What went wrong at the start, in sentences that say what to do about it."""

import errno
from pathlib import Path


def about_binding(problem: OSError, *, host: str, port: int) -> str:
    """Why the server cannot have this host and port, and how to give it another."""
    if problem.errno == errno.EADDRINUSE:
        return (
            f"port {port} is in use on {host}, perhaps by a newsroom that runs already; "
            f"stop that, or choose another: PORT={port + 1} script/server"
        )
    if problem.errno == errno.EACCES:
        return f"this user may not use port {port}; choose one above 1023, such as PORT=8000"
    return f"{host} port {port} cannot be used ({problem.strerror}); BIND must be this machine's"


def about_preparing(problem: Exception, *, data_dir: Path) -> str:
    """Why the database or the data folder could not be made ready."""
    words = str(problem).strip()
    if getattr(problem, "errno", None) == errno.ENOSPC or "disk is full" in words:
        return f"the disk that holds {data_dir} is full; make room, or set DATA_DIR to another disk"
    if "readonly" in words or "unable to open" in words or isinstance(problem, PermissionError):
        return f"this user may not write in {data_dir}; set DATA_DIR to a folder that it may"
    return f"the newsroom could not be prepared: {words}"
