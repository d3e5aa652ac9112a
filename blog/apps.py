"""Blog: posts, authors, topics, images, and the pages that list them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Registers the room."""

    name = "blog"
    verbose_name = _("Blog")
