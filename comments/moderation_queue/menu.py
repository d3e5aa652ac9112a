"""The way in: a menu item with the number that waits, and a panel on the dashboard."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from comments import permissions
from comments.models import Comment, Report
from comments.moderation_queue.reported import needing_a_person

JUST_BELOW_PAGES = 150


class QueueMenuItem(MenuItem):
    """The way to the queue, for those who may moderate.

    Wagtail keeps one item for the whole process, so nothing of a request is stored on it.
    """

    def __init__(self) -> None:
        super().__init__(
            _("Reader comments"),
            reverse_lazy("reader_comments:queue"),
            name="reader-comments",
            icon_name="comment",
            order=JUST_BELOW_PAGES,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may moderate."""
        return permissions.may_moderate(request.user)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """The link, with the number of comments that need a person as its badge."""
        waiting = needing_a_person()
        attrs = {"data-waiting": str(waiting)} if waiting else {}
        return LinkMenuItem(self.name, self.label, self.url, icon_name=self.icon_name, attrs=attrs)


class WaitingPanel(Component):
    """How many comments wait, since when, how many are reported, and the way to them."""

    name = "reader_comments"
    template_name = "comments/moderation/waiting_panel.html"
    order = 120

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`waiting` and, when that is not 0, `oldest_at`; how many are `reported`."""
        waiting = Comment.objects.waiting()
        reported = Report.objects.open().aggregate(reported=Count("comment", distinct=True))
        return waiting.aggregate(waiting=Count("pk"), oldest_at=Min("created_at")) | reported


def panels_for(request: HttpRequest) -> list[Component]:
    """What the dashboard shows of the queue: nothing to those who may not moderate."""
    return [WaitingPanel()] if permissions.may_moderate(request.user) else []


def style_sheets(names: Iterable[str], *, without_script: str) -> SafeString:
    """Links to our style sheets, and to one that counts where scripts do not run."""
    sheets = ((static(f"css/{name}.css"),) for name in names)
    return format_html(
        '{}<noscript><link rel="stylesheet" href="{}"></noscript>',
        format_html_join("", '<link rel="stylesheet" href="{}">', sheets),
        static(f"css/{without_script}.css"),
    )
