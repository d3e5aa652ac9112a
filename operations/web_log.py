"""What gunicorn has to say, written and told as everything else in the log."""

import logging

from django.conf import settings
from django.utils.module_loading import import_string
from gunicorn.config import Config
from gunicorn.glogging import Logger

from operations.error_mail.noting import NoteHandler


class WebLog(Logger):
    """Gunicorn's own form of lines would quote the words of exceptions; ours does not."""

    def setup(self, cfg: Config) -> None:
        """Begin, or begin anew after a reload."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(_formatter())
        for handler in logging.root.handlers:
            if isinstance(handler, NoteHandler):
                self.error_log.addHandler(handler)


def _formatter() -> logging.Formatter:
    """As LOG_FORMAT asks for."""
    form = settings.LOGGING["handlers"]["console"]["formatter"]
    formatter: logging.Formatter = import_string(settings.LOGGING["formatters"][form]["()"])()
    return formatter
