"""Plain pages such as About."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from blog.blocks import BodyBlock
from blog.own_address import OwnAddressPage
from blog.summary import first_words
from comments import threads
from comments.models import CommentableMixin


class PlainPage(CommentableMixin, OwnAddressPage):
    """A page without a date: About, Contact, Rules."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    # Unlike a post, a page such as About takes comments only where its editor says so.
    comments_open = models.BooleanField(_("comments are open"), default=False)

    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage", "home.FormPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("body"),
        *CommentableMixin.comment_panels,
    ]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def summary(self) -> str:
        """What the editor wrote for search engines, else the first words."""
        return str(self.search_description) or first_words(self.body)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context, and whether a thread shows: an open one, or one with comments."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["has_thread"] = self.comments_open or bool(threads.counts_for([self]))
        return context
