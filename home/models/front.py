"""The front page of a language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from blog.listing import list_posts
from blog.models import PostPage


class HomePage(Page):
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and one page of the newest posts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        posts = PostPage.objects.readable(below=self)
        context["listing"] = list_posts(posts, request, has_pins=True)
        return context
