"""Registers the queue with Wagtail's admin, and nothing else."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from comments import permissions
from comments.moderation_queue import mail_preference, menu, page_deletion


def queue_addresses() -> list[URLResolver]:
    """The queue lives at /admin/reader-comments/."""
    return [path("reader-comments/", include("comments.moderation_queue.urls"))]


def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    """What waits stands on the dashboard."""
    panels.extend(menu.panels_for(request))


def style_sheets() -> SafeString:
    """Small sheets for the queue, the dashboard's panel and the badge; one more without scripts."""
    return format_html(
        '<link rel="stylesheet" href="{}"><link rel="stylesheet" href="{}">'
        '<link rel="stylesheet" href="{}">'
        '<noscript><link rel="stylesheet" href="{}"></noscript>',
        static("css/moderation.css"),
        static("css/moderation_card.css"),
        static("css/moderation_blocks.css"),
        static("css/moderation_without_script.css"),
    )


hooks.register("register_admin_urls", queue_addresses)
hooks.register("register_admin_menu_item", menu.QueueMenuItem)
hooks.register("construct_homepage_panels", add_panels)
hooks.register("insert_global_admin_css", style_sheets)
hooks.register("register_permissions", permissions.grantable)
hooks.register("before_delete_page", page_deletion.before_delete_page)
hooks.register("before_bulk_action", page_deletion.before_bulk_action)
hooks.register("register_account_settings_panel", mail_preference.MailPreferencePanel)
