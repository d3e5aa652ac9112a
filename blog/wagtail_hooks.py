"""Registers with Wagtail's admin what is peculiar to pages here, and nothing else."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import PageQuerySet
from wagtail.permissions import page_permission_policy


def explorable_only(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """What the page chooser lists: the pages that its user may explore, drafts among them.

    Wagtail lists all of them to whoever may enter the admin, a comment moderator too.
    """
    explorable = page_permission_policy.explorable_instances(request.user)
    return pages.filter(pk__in=explorable.values("pk"))


hooks.register("construct_page_chooser_queryset", explorable_only)
