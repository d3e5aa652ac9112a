"""Home: the front page, plain pages, the demo newsroom."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Registers the room."""

    name = "home"
    verbose_name = _("Home")
