"""What of shared drafts stands in the page editor, and in the history of a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from blog.drafts import links


class ShareDraftSidePanel(BaseSidePanel):
    """How many links to this draft work, and the way to them."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button of the panel."""

        aria_label = _("Toggle sharing the draft")
        icon_name = "link"

    name = "share-draft"
    title = _("Share the draft")
    template_name = "blog/drafts/side_panel.html"
    order = 600

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Wagtail's context, and the number of links that work."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        number = links.links_to(self.object, now=timezone.now()).count()
        return context | {"number": number}


def add_panel(request: HttpRequest, page: Page, panels: MediaContainer) -> None:
    """Into the editor of every page that can be previewed."""
    if page.is_previewable():
        panels.append(ShareDraftSidePanel(page, request))


def register_actions(actions: LogActionRegistry) -> None:
    """Names for the history of a page; entries hold no secret."""
    actions.register_action(
        "blog.draft_link_made", _("Share the draft"), _("Made a link to the draft")
    )
    actions.register_action(
        "blog.draft_link_revoked", _("Stop sharing the draft"), _("Revoked a link to the draft")
    )
