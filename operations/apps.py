"""Operations: jobs and clock, middleware, the commands that run the newsroom."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Registers the room."""

    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        """Registers checks of settings, and has counted who reads and what readers see changed.

        In every process: the worker writes, and so does an import or a command.
        """
        # To import checks registers them; the others need models, which come after this module.
        from operations import checks, sentry
        from operations.page_cache import following
        from operations.page_views import buffer

        if settings.SENTRY_DSN and checks.has_sentry():
            sentry.start(settings.SENTRY_DSN)
        buffer.start()
        if settings.PAGE_CACHE_BYTES:
            following.start()
