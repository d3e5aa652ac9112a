"""The way in: a menu item below "Reader comments"."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from comments import permissions
from comments.moderation_queue.menu import JUST_BELOW_PAGES


class SpamFilterMenuItem(MenuItem):
    """The way to the report card, for those who may moderate."""

    def __init__(self) -> None:
        super().__init__(
            _("Spam filter"),
            reverse_lazy("spam_filter:report"),
            name="spam-filter",
            icon_name="glasses",
            order=JUST_BELOW_PAGES + 1,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may moderate."""
        return permissions.may_moderate(request.user)
