"""A newsroom in production's settings for drills, empty but for some posts, and nginx before it."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

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


@contextmanager
def nginx(folder: Path, *, origin: str) -> Iterator[str]:
    """What script/nginx-conf sets up, in front of `origin`; yields its own address."""
    port, file = free_port(), folder / "nginx.conf"
    place = urlsplit(origin).netloc
    command = [ROOT / "script" / "nginx-conf", "--port", str(port), "--upstream", place]
    command += ["--data-dir", folder / "data"]
    made = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own)
    file.write_bytes(made.stdout)
    with subprocess.Popen(  # noqa: S603  (Debian's)
        [str(NGINX), "-e", "stderr", "-c", file, "-g", "daemon off;"], stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_until_it_listens(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


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
