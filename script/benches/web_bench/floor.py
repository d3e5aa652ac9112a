"""The newsroom's own kind of server with next to nothing in it: below that nobody can go."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port

PROCESSES, THREADS = 2, 4  # as the newsroom's own server has them
BYTES_FROM_MEMORY = """
from pathlib import Path
PLAIN, PACKED = (Path(name).read_bytes() for name in ("page", "page.gz"))
def application(environ, start_response):
    is_packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    body = PACKED if is_packed else PLAIN
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers + [("Content-Encoding", "gzip")] * is_packed)
    return [body]
"""
EMPTY_VIEW = """
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="of a bench")
def view(request):
    return HttpResponse(request.POST.get("name", ""))
urlpatterns = [path("", view)]
application = get_wsgi_application()
"""


@contextmanager
def floor(folder: Path, application: str) -> Iterator[tuple[str, int]]:
    """Serve an application, the text of a module; yields its address and its process."""
    (folder / "floor.py").write_text(application)
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--bind", place]
    command += ["--workers", str(PROCESSES), "--threads", str(THREADS), "--log-level", "error"]
    command += ["--preload", "floor:application"]
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    with subprocess.Popen(command, cwd=folder, env=environment) as process:  # noqa: S603
        try:
            yield f"http://{place}/", process.pid
        finally:
            process.terminate()
