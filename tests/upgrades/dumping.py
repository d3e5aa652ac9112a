"""Makes the demo newsroom in an empty place and leaves a dump of it (script/dump-for-upgrades)."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.upgrades import dumps

TELL = "from tests.upgrades.looking import counts, tell; tell(counts())"


def dump(target: Path, database_url: str) -> None:
    """The dump of one kind of database, and the counts, which are the same for all."""
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        environment = dumps.environment(place / "data", database_url)

        def run(*command: str) -> str:
            return subprocess.run(
                [sys.executable, *command],
                cwd=dumps.REPOSITORY,
                env=environment,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            ).stdout

        run("manage.py", "migrate", "--verbosity=0")
        run("manage.py", "make_demo")
        run("-m", "tests.upgrades.filling")
        run("manage.py", "backup", str(place / "backups"))
        [backup] = (place / "backups").iterdir()
        dumps.pack(backup, dumps.packed(target, dumps.engine_of(database_url)))
        (target / dumps.COUNTS).write_text(run("manage.py", "shell", "--no-imports", "-c", TELL))


if __name__ == "__main__":
    dump(dumps.HERE / sys.argv[1], os.environ.get("DATABASE_URL", ""))
