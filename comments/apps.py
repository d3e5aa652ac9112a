"""Comments: registers the room, its checks and nothing else."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Registers the room."""

    name = "comments"
    verbose_name = _("Reader comments")
