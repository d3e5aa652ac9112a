"""Registers the queue and the spam filter's screens with Wagtail's admin, and nothing else."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from comments import permissions
from comments.around import user_bar
from comments.around.viewset import AFTER_WAGTAIL, CommentedPageViewSet
from comments.moderation_queue import keys, mail_preference, menu, page_deletion
from comments.spam_report.menu import SpamFilterMenuItem

STYLE_SHEETS = (
    "moderation",
    "moderation_card",
    "moderation_blocks",
    "moderation_desk",
    "moderation_jobs",
    "desk_appeals",
    "desk_around",
    "desk_log",
    "desk_people",
    "desk_rules",
    "spam_filter",
    "spam_filter_plot",
)


def queue_addresses() -> list[URLResolver]:
    """The queue lives at /admin/reader-comments/, the filter's screens at /admin/spam-filter/."""
    return [
        path("reader-comments/", include("comments.moderation_queue.urls")),
        path("spam-filter/", include("comments.spam_report.urls")),
    ]


def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    """What waits stands on the dashboard."""
    panels.extend(menu.panels_for(request))


def style_sheets() -> SafeString:
    """Small sheets for our screens, the panel and the badge; one more without scripts."""
    return menu.style_sheets(STYLE_SHEETS, without_script="moderation_without_script")


hooks.register("register_admin_urls", queue_addresses)
hooks.register("register_admin_menu_item", menu.QueueMenuItem)
hooks.register("register_admin_menu_item", SpamFilterMenuItem)
hooks.register("construct_homepage_panels", add_panels)
hooks.register("register_admin_viewset", CommentedPageViewSet, order=AFTER_WAGTAIL)
hooks.register("construct_wagtail_userbar", user_bar.add_item)
hooks.register("insert_global_admin_css", style_sheets)
hooks.register("register_permissions", permissions.grantable)
hooks.register("before_delete_page", page_deletion.before_delete_page)
hooks.register("before_bulk_action", page_deletion.before_bulk_action)
hooks.register("register_account_settings_panel", mail_preference.MailPreferencePanel)
hooks.register("register_account_settings_panel", keys.KeysPanel)
