"""The front page of a language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from blog.archives.addresses import is_taken
from blog.listing import list_posts
from blog.models import PostPage
from blog.placed_page import PlacedPage

POST_PARTS = 2  # the slugs of the index and of the post


class HomePage(PlacedPage):
    """The front page of one language: its newest posts, wherever below they stand."""

    tagline = models.CharField(_("tagline"), max_length=200, blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "blog.BlogIndexPage",
        "blog.CampaignIndexPage",
        "home.PlainPage",
        "home.FormPage",
    ]
    content_panels = [*Page.content_panels, FieldPanel("tagline")]

    class Meta:
        verbose_name = _("front page")

    @property
    def summary(self) -> str:
        """What the editor wrote for search engines, else the tagline."""
        return str(self.search_description or self.tagline)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Wagtail's; a post is found at once, without asking for the index above it first."""
        post = self._post_at(path_components)
        if post is not None:
            return post.route(request, [])
        return super().route(request, path_components)

    def _post_at(self, parts: list[str]) -> PostPage | None:
        """The post at an address of two parts; below an index its archives come first."""
        if len(parts) != POST_PARTS or is_taken(parts[1]):
            return None
        found = PostPage.objects.filter(
            slug=parts[1], url_path=f"{self.url_path}{'/'.join(parts)}/"
        )
        post: PostPage | None = (
            found.select_related("locale", "series").knowing_what_is_empty().first()
        )
        return post

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and one page of the newest posts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        posts = PostPage.objects.readable(below=self)
        context["listing"] = list_posts(posts, request, has_pins=True)
        return context
