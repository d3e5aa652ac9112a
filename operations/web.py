"""The web server: gunicorn inside this process, with Django already loaded."""

import gc
import socket
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from gunicorn.app.base import BaseApplication

from operations.web_log import WebLog

REQUEST_TIMEOUT_SECONDS = 60
STOP_WITHIN_SECONDS = 8


class WebServer(BaseApplication):
    """Serves the newsroom on a socket that is bound already."""

    def __init__(self, bound: socket.socket, *, processes: int, threads: int) -> None:
        self._bind = f"fd://{bound.detach()}"  # once: gunicorn asks again when it is told to reload
        self._processes = processes
        self._threads = threads
        super().__init__()

    def load_config(self) -> None:
        """The settings of gunicorn. No access log: it would hold readers' addresses."""
        for name, value in self._settings().items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:  # Any: the WSGI protocol
        """The application, made before gunicorn forks, so that its workers share its memory."""
        return get_internal_wsgi_application()  # settings.WSGI_APPLICATION, and once a process

    def _settings(self) -> dict[str, object]:
        return {
            "bind": self._bind,
            "preload_app": True,
            "worker_class": "gthread",
            "workers": self._processes,
            "threads": self._threads,
            "timeout": REQUEST_TIMEOUT_SECONDS,
            "graceful_timeout": STOP_WITHIN_SECONDS,
            "accesslog": None,
            "logger_class": WebLog,
            "loglevel": "error",  # a warning names the sender of a malformed request
            "control_socket_disable": True,
            "forwarder_headers": "",  # nobody tells us below which path we lie
        }


def preload() -> None:
    """Import all that answers are made of, for processes that are forked from here to share.

    Collecting garbage writes into every object that it looks at, and what is written to is no
    longer shared: what is here now is looked at no more.
    """
    get_internal_wsgi_application()
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()


def bind(host: str, *, port: int) -> socket.socket:
    """A socket bound to host and port, refusing connections until gunicorn listens on it.

    Raises OSError when the port is taken, forbidden, or the host is not this machine's.
    """
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound
