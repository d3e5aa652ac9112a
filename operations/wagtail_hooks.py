"""Registers with Wagtail's admin what is peculiar to running the newsroom, and nothing else."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks

from operations.failed_work import report as failed_work
from operations.page_views import report
from operations.signing_in.account_page import settings_page


def second_step_address() -> list[URLPattern]:
    """Where somebody sets up signing in with a code, /admin/account/second-step/."""
    return [path("account/second-step/", settings_page, name="second_step_settings")]


def second_step_item(request: HttpRequest) -> dict[str, str]:
    """The way there, among "More actions" of one's own account."""
    return {
        "url": reverse("second_step_settings"),
        "label": _("Sign in with a code"),
        "help_text": _("After the password your phone gives a code."),
    }


def door_style() -> SafeString:
    """A small sheet for the pages of signing in."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/door.css"))


def page_views_addresses() -> list[URLPattern]:
    """The numbers of readers, at /admin/page-views/."""
    return [
        path("page-views/", report.report, name="page_views"),
        path("page-views/csv/", report.as_csv, name="page_views_csv"),
    ]


def failed_work_addresses() -> list[URLPattern]:
    """What was given up, at /admin/failed-work/."""
    return [
        path("failed-work/", failed_work.report, name="failed_work"),
        path("failed-work/run-again/", failed_work.run_again, name="run_failed_work_again"),
    ]


hooks.register("register_admin_urls", failed_work_addresses)
hooks.register("register_reports_menu_item", failed_work.FailedWorkMenuItem)
hooks.register("register_admin_urls", page_views_addresses)
hooks.register("register_reports_menu_item", report.PageViewsMenuItem)
hooks.register("register_admin_urls", second_step_address)
hooks.register("register_account_menu_item", second_step_item)
hooks.register("insert_global_admin_css", door_style)
