"""Operations: jobs and clock, middleware, the commands that run the newsroom."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Registers the room."""

    name = "operations"
    verbose_name = "Operations"
