"""Operations: jobs and clock, middleware, the commands that run the newsroom."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Registers the room."""

    name = "operations"
    verbose_name = _("Operations")
