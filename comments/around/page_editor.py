"""A side panel in the page editor: how many comments the page has, and what waits."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from comments.around.counts import PageCounts, counts_on
from comments.models import Comment, CommentableMixin
from comments.moderation_queue import wording

LAST_ONES = 5
# Wagtail has no hook for this, and a type of page has one editor only: other rooms add theirs by
# registering a function of (request, page, panels) under this name.
SIDE_PANELS_HOOK = "construct_page_side_panels"


class ReaderCommentsSidePanel(BaseSidePanel):
    """Numbers for every editor; the last few that wait, by name, for those who may decide.

    No words: somebody may be looking over the editor's shoulder.
    """

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button of the panel, with the number that waits."""

        aria_label = _("Toggle reader comments")
        icon_name = "comment"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """Wagtail's context, with the count."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"count": self.panel.counts.waiting}

    # Wagtail has a panel of its own by the name of "comments": editors' remarks.
    name = "reader-comments"
    title = _("Reader comments")
    template_name = "comments/around/side_panel.html"
    order = 500

    def __init__(self, page: Page, request: HttpRequest, counts: PageCounts) -> None:
        super().__init__(page, request)
        self.counts = counts

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The counts; and who waits since when, if the user may decide."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        waiting = self._last_ones() if self.counts.is_yours and self.counts.waiting else []
        return context | {"counts": self.counts, "waiting": waiting}

    def _last_ones(self) -> list[tuple[Comment, str]]:
        now = timezone.now()
        newest = Comment.objects.waiting().filter(page_id=self.object.pk).newest_first()
        return [
            (comment, wording.waits_for(comment.created_at, now=now))
            for comment in newest.only("pk", "author_name", "created_at")[:LAST_ONES]
        ]


class CommentedEditView(EditView):
    """Wagtail's editor, with the panel for pages that readers may comment on."""

    def get_side_panels(self) -> MediaContainer:
        """Wagtail's panels and ours; not where autosave asks again for what changed."""
        panels = super().get_side_panels()
        is_partial = self.expects_json_response or self.hydrate_create_view
        if not is_partial and isinstance(self.page, CommentableMixin):
            counts = counts_on([self.page], request=self.request)[self.page.pk]
            panels.append(ReaderCommentsSidePanel(self.page, self.request, counts))
        if not is_partial:
            for add_panel in hooks.get_hooks(SIDE_PANELS_HOOK):
                add_panel(self.request, self.page, panels)
        return panels
