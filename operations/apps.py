"""Operations: jobs and clock, middleware, the commands that run the newsroom."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Registers the room."""

    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        """Lets the counts of who reads reach the database, and registers checks of settings."""
        # To import checks registers them; the counts need models, which come after this module.
        from operations import checks  # noqa: F401
        from operations.page_views.buffer import start

        start()
