"""What an editor sees of a page's comments: how many there are, never their words or addresses."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from wagtail.admin.panels import Panel

from comments.models.comment import Comment
from comments.models.raid import Raid
from comments.states import CommentStatus


class CommentCountsPanel(Panel):
    """A line of counts in the page editor, for page types that mix in `CommentableMixin`."""

    class BoundPanel(Panel.BoundPanel):
        """The line for one page."""

        template_name = "comments/moderation/page_counts.html"

        def is_shown(self) -> bool:
            """A page that was never saved has no comments to count."""
            return bool(self.instance.pk) and bool(super().is_shown())

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> Any:
            """Wagtail's context, with the counts."""
            counts = Comment.objects.filter(page_id=self.instance.pk).aggregate(
                published=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)),
                waiting=Count("pk", filter=Q(status=CommentStatus.PENDING)),
            )
            return super().get_context_data(parent_context) | counts | self._raid_switch()

        def _raid_switch(self) -> dict[str, object]:
            """Whether the way to the switch is shown, and until when it is on."""
            active = Raid.objects.active(timezone.now()).filter(page_id=self.instance.pk).first()
            return {
                "page_id": self.instance.pk,
                "can_moderate": self.request.user.has_perm("comments.moderate_comment"),
                "raid_ends_at": active and active.ends_at,
            }
