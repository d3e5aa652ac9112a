"""A newsroom in production's settings for drills, empty but for some posts, and nginx before it."""

import logging
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from surroundings import children

from tests.migrated import NAME, migrated_database
from tests.operations.nginx.server import NGINX, PATIENCE_SECONDS, _wait_until_it_listens
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
Post = tuple[int, str]  # its number and its path


def production(folder: Path, *, processes: int) -> dict[str, str]:
    """The surroundings of `manage.py serve`; the database is that of DATABASE_URL, else a file."""
    port, data = free_port(), folder / "data"
    data.mkdir(mode=0o700)
    if not os.environ.get("DATABASE_URL"):
        shutil.copy(migrated_database(), data / NAME)
    given = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "REDIS_URL")}
    return os.environ | given | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(data),
        "EMAIL_URL": "console://",
        "EMAIL_FROM": "",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "TRUSTED_PROXIES": "127.0.0.1",
        "WEB_PROCESSES": str(processes),
        "LANGUAGE": "en",
        "TIME_ZONE": "UTC",
    }  # fmt: skip


class Nginx:
    """What script/nginx-conf sets up, in front of one or several newsrooms, to be killed too."""

    def __init__(self, folder: Path, *, places: Sequence[str]) -> None:
        self._port, self._file = free_port(), folder / "nginx.conf"
        self.door = f"http://127.0.0.1:{self._port}"
        command = [ROOT / "script" / "nginx-conf", "--port", str(self._port)]
        command += [word for place in places for word in ("--upstream", place)]
        command += ["--data-dir", folder / "data"]
        made = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own)
        self._file.write_bytes(made.stdout)
        self.start()

    def start(self) -> None:
        """Until it listens."""
        self._process = subprocess.Popen(  # noqa: S603  (Debian's)
            [str(NGINX), "-e", "stderr", "-c", self._file, "-g", "daemon off;"],
            stderr=subprocess.DEVNULL,
        )
        _wait_until_it_listens(self._process, self._port)

    def kill(self) -> None:
        """By kill -9: the first process, then what it leaves behind, as systemd does."""
        left = children(self._process.pid)
        self._process.kill()
        self._process.wait()
        for pid in left:
            os.kill(pid, signal.SIGKILL)

    def kill_one(self) -> None:
        """A process that answers, by kill -9."""
        os.kill(children(self._process.pid)[0], signal.SIGKILL)

    def stop(self) -> None:
        """For good."""
        self._process.terminate()
        self._process.wait(PATIENCE_SECONDS)


@contextmanager
def nginx(folder: Path, *, origin: str) -> Iterator[str]:
    """What script/nginx-conf sets up, in front of `origin`; yields its own address."""
    server = Nginx(folder, places=[urlsplit(origin).netloc])
    try:
        yield server.door
    finally:
        server.stop()


def make_posts(*titles: str) -> list[Post]:
    """Posts on which clean comments show at once. The first call makes Django ready."""
    import django

    django.setup()
    logging.disable()  # the lines of this process say nothing of the newsroom's
    from django.db import connection
    from django.utils import timezone
    from django.utils.text import slugify

    from blog.models import BlogIndexPage, PostPage
    from comments.models import CommentSettings, ModerationMode

    index = BlogIndexPage.objects.get(locale__language_code="en")
    settings = CommentSettings.for_site(index.get_site())
    settings.moderation = ModerationMode.HOLD_DOUBTFUL
    settings.save()
    made = []
    for title in titles:
        post = PostPage(
            title=title, slug=slugify(title), posted_at=timezone.now(), locale=index.locale
        )
        made.append(BlogIndexPage.objects.get(pk=index.pk).add_child(instance=post))
    posts = [(post.pk, urlsplit(post.full_url).path) for post in made]
    connection.close()
    return posts
