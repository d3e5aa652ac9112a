"""What a page type mixes in to let readers comment."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from accounts.models import User
from comments.models.panels import CommentCountsPanel
from comments.models.settings import ModerationMode

OWN_MODES = [choice for choice in ModerationMode.choices if choice[0] != ModerationMode.CLOSED]


class CommentableMixin(models.Model):
    """Gives a page type a thread; its editor opens and closes it, and may tighten its rule."""

    comments_open = models.BooleanField(
        _("comments are open"),
        default=True,
        help_text=_("Closed: what was said stays, nothing new can be sent."),
    )
    comment_mode = models.CharField(
        _("who may speak how"),
        max_length=20,
        blank=True,
        choices=OWN_MODES,
        help_text=_("Empty: as the rules of the newsroom say."),
    )

    comment_panels = [
        MultiFieldPanel(
            [FieldPanel("comments_open"), FieldPanel("comment_mode"), CommentCountsPanel()],
            heading=_("Comments"),
        )
    ]

    # Wagtail's, of the page that this is mixed into.
    first_published_at: datetime | None
    owner_id: int | None

    class Meta:
        abstract = True

    def commenting_began_at(self) -> datetime | None:
        """From when the days are counted after which comments close; None before that."""
        return self.first_published_at

    def byline_names(self) -> list[str]:
        """The names under which the page itself is signed; nobody else may pass for them."""
        return []

    def is_written_by(self, user: User) -> bool:
        """Whether a member of the staff is the page's author, as far as the page knows."""
        return self.owner_id == user.pk
