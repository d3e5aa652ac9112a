"""The blog index, below which all posts of a language stand."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blog.listing import list_posts
from blog.models.posts import PostPage


class BlogIndexPage(Page):
    """Lists its posts, newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.PostPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("blog index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and one page of this index's posts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        posts = PostPage.objects.child_of(self).live().public().newest_first().with_bylines()
        context["listing"] = list_posts(posts, request)
        return context
