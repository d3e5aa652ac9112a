"""Which Broadside this is."""

import tomllib
from functools import cache

from django.conf import settings


@cache
def broadside_version() -> str:
    """The version in `pyproject.toml`; "unknown" where that did not come along with the code."""
    path = settings.BASE_DIR / "pyproject.toml"
    if not path.is_file():
        return "unknown"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
