"""Which Chromium the journeys are walked in."""

import shutil

# The first draws pages as the second does, and no windows around them: half the work.
PROGRAMS = ("chromium-headless-shell", "chromium")
# Pages of one newsroom need no protection from each other.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def executable() -> str | None:
    """The path of the program; None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
