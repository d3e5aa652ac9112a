"""An item of Wagtail's user bar: what waits below the page that a moderator is reading."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.userbar import BaseItem
from wagtail.models import Page

from comments.around.counts import PageCounts, counts_on
from comments.models import CommentableMixin


class WaitingItem(BaseItem):
    """The way to the queue of one page, with the number that waits there."""

    template_name = "comments/around/user_bar_item.html"

    def __init__(self, counts: PageCounts) -> None:
        self.counts = counts

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Wagtail's context, with the counts."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"counts": self.counts}


def add_item(request: HttpRequest | None, items: list[BaseItem], page: Page | None) -> None:
    """Wagtail's hook: for those who may decide on the comments of this page, and nobody else.

    The bar itself is only there for a request with a session, so that nothing of it is ever in a
    page that a cache keeps. It is not looked for in previews.
    """
    if request is None or getattr(request, "is_preview", False):
        return
    if isinstance(page, CommentableMixin):
        counts = counts_on([page], request=request).get(page.pk)
        if counts and counts.is_yours:
            items.append(WaitingItem(counts))
