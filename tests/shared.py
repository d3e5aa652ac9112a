"""The development data beside the repository: real exports, attack strings, source posts.

It is not part of the repository. Without it the tests that need it are skipped with a
plain message; with CI=true its absence is a failure.
"""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def shared_path(relative: str) -> Path:
    """The path of one file or folder of the shared data; skips or fails the test without it."""
    path = SHARED / relative
    if not path.exists():
        message = f"shared/{relative} is not here; this test needs it"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path
