"""Home: the front page, plain pages, the demo newsroom."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Registers the room."""

    name = "home"
    verbose_name = "Home"
