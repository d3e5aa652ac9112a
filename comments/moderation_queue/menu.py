"""The way in: a menu item with the number that waits, and the panel on the dashboard."""

from collections.abc import Iterable, Mapping

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from accounts.models import User
from comments import permissions
from comments.around.bounded import said
from comments.around.dashboard import WaitingPanel
from comments.moderation_queue import tabs
from comments.moderation_queue.reported import needing_a_person

JUST_BELOW_PAGES = 150
COUNTED = "reader_comments_needing_a_person"


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
        waiting = _needing_a_person(request)
        attrs = {"data-waiting": said(waiting)} if waiting else {}
        return LinkMenuItem(self.name, self.label, self.url, icon_name=self.icon_name, attrs=attrs)


def count_once(request: HttpRequest, lists: Mapping[str, "QuerySet[Model]"]) -> dict[str, int]:
    """How many each list has, and in the same query what the badge of this request will say."""
    needed = needing_a_person(permissions.within(request))
    counts = tabs.count({**lists, **needed})
    setattr(request, COUNTED, sum(counts[name] for name in needed))
    return counts


def panels_for(request: HttpRequest) -> list[Component]:
    """What the dashboard shows of the queue: nothing to those who may not moderate."""
    user = request.user
    if isinstance(user, User) and permissions.may_moderate(user):
        return [WaitingPanel(request, user)]
    return []


def style_sheets(names: Iterable[str], *, without_script: str) -> SafeString:
    """Links to our style sheets, and to one that counts where scripts do not run."""
    sheets = ((static(f"css/{name}.css"),) for name in names)
    return format_html(
        '{}<noscript><link rel="stylesheet" href="{}"></noscript>',
        format_html_join("", '<link rel="stylesheet" href="{}">', sheets),
        static(f"css/{without_script}.css"),
    )


def _needing_a_person(request: HttpRequest) -> int:
    """How many comments wait, are reported, or edited, counted once for a request."""
    if not hasattr(request, COUNTED):
        count_once(request, {})
    number: int = getattr(request, COUNTED)
    return number
