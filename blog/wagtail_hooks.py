"""Registers with Wagtail's admin what is peculiar to pages here, and nothing else."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import PageQuerySet
from wagtail.permissions import page_permission_policy

from blog import checks, completeness
from blog.drafts import side_panel, views
from blog.newsletter import report


def explorable_only(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """What the page chooser lists: the pages that its user may explore, drafts among them.

    Wagtail lists all of them to whoever may enter the admin, a comment moderator too.
    """
    explorable = page_permission_policy.explorable_instances(request.user)
    return pages.filter(pk__in=explorable.values("pk"))


def draft_addresses() -> list[URLPattern]:
    """Where links to a draft are made and revoked, /admin/draft-links/<page>/."""
    return [
        path("draft-links/<int:page_id>/", views.manage, name="draft_links"),
        path(
            "draft-links/<int:page_id>/<int:link_id>/revoke/",
            views.revoke,
            name="draft_link_revoke",
        ),
    ]


def newsletter_addresses() -> list[URLPattern]:
    """What the staff sees of subscribers, /admin/news-subscribers/."""
    return [
        path("news-subscribers/", report.show, name="news_subscribers"),
        path("news-subscribers/remove/", report.remove, name="news_subscriber_remove"),
    ]


def grantable() -> QuerySet[Permission]:
    """What the form for groups offers of subscribers."""
    return Permission.objects.filter(
        content_type__app_label="blog", codename__in=["view_subscriber", "delete_subscriber"]
    )


hooks.register("construct_page_chooser_queryset", explorable_only)
hooks.register("register_admin_urls", draft_addresses)
hooks.register("construct_page_side_panels", side_panel.add_panel)
hooks.register("register_log_actions", side_panel.register_actions)
hooks.register("construct_wagtail_userbar", checks.use_ours)
hooks.register("before_bulk_action", completeness.refuse_gaps)
hooks.register("before_copy_page", completeness.refuse_gaps_in_copies)
hooks.register("register_admin_urls", newsletter_addresses)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_permissions", grantable)
