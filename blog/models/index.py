"""The blog index, below which all posts of a language stand."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from blog.archives.routes import IndexArchives
from blog.feeds.routes import IndexFeeds
from blog.listing import list_posts
from blog.models.posts import PostPage
from blog.own_address import OwnAddressPage
from comments import threads

RECENT_COMMENTS = 5


class BlogIndexPage(RoutablePageMixin, IndexArchives, IndexFeeds, OwnAddressPage):
    """Lists its posts, newest first, and leads to its archives."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.PostPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("blog index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context, one page of this index's posts, and what stands beside them."""
        # The tree is made of rows that posts leave.
        from blog.archives.tree import tree

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        posts = PostPage.objects.readable(below=self)
        context["listing"] = list_posts(posts, request, has_pins=True)
        context["tree"] = tree(self)
        context["recent_comments"] = threads.recent(posts, limit=RECENT_COMMENTS)
        return context
