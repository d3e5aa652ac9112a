"""What a page type mixes in to let readers comment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentableMixin(models.Model):
    """Gives a page type a thread; its editor opens and closes it."""

    comments_open = models.BooleanField(
        _("comments are open"),
        default=True,
        help_text=_("Closed: what was said stays, nothing new can be sent."),
    )

    class Meta:
        abstract = True
