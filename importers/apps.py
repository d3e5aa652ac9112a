"""Importers: moving other blogs in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportersConfig(AppConfig):
    """Registers the room, and listens for the moment at which an imported draft goes public."""

    name = "importers"
    verbose_name = _("Importers")

    def ready(self) -> None:
        """Connect to Wagtail's signal; models can be imported from here on only."""
        from wagtail.signals import page_published

        from importers import redirects

        page_published.connect(redirects.on_page_published, dispatch_uid="importers.redirects")
