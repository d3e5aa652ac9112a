"""The blog's pages: the index that lists posts, and the post."""

from datetime import datetime
from typing import Any, Self

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from blog.blocks import BodyBlock
from blog.listing import list_posts
from blog.models.people import Author, Topic
from blog.summary import first_words
from comments.models import CommentableMixin


class PostQuerySet(PageQuerySet):
    """Adjectives by which the blog speaks of posts."""

    def newest_first(self) -> Self:
        """By date line, the newest first."""
        ordered: Self = self.order_by("-posted_at", "-pk")
        return ordered

    def with_bylines(self) -> Self:
        """With their authors in two more queries, however many posts there are."""
        signed: Self = self.prefetch_related("post_authors__author")
        return signed


PostManager = PageManager.from_queryset(PostQuerySet)


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


class PostPage(CommentableMixin, Page):
    """One piece of campaign news."""

    posted_at = models.DateTimeField(
        _("date"), default=timezone.now, db_index=True, help_text=_("The date line of the post.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="posts"
    )
    # An imported post without a title has one for lists and addresses, but no headline.
    has_generated_title = models.BooleanField(default=False, editable=False)

    objects = PostManager()

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("posted_at"),
        InlinePanel("post_authors", label=_("Author"), heading=_("Authors")),
        FieldPanel("body"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        *CommentableMixin.comment_panels,
    ]
    search_fields = [*Page.search_fields, index.SearchField("body"), index.FilterField("posted_at")]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    @property
    def authors(self) -> list[Author]:
        """Who signed it, in the order of the byline."""
        return [signed.author for signed in self.post_authors.all()]

    @property
    def summary(self) -> str:
        """What the editor wrote for search engines, else the first words."""
        return str(self.search_description) or first_words(self.body)

    def commenting_began_at(self) -> datetime | None:
        """The date line: an imported post is as old as its date says."""
        return self.posted_at

    def byline_names(self) -> list[str]:
        """The names of its authors."""
        signed = self.post_authors.select_related("author")
        return [each.author.name for each in signed]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context, the authors in one query, and the topics."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        signed = self.post_authors.select_related("author")
        context["authors"] = [each.author for each in signed]
        context["topics"] = self.topics.all()
        return context


class PostAuthor(Orderable):
    """One author of a post, in the order of the byline."""

    post = ParentalKey(PostPage, on_delete=models.CASCADE, related_name="post_authors")
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="post_authors", verbose_name=_("author")
    )

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["post", "author"], name="an_author_signs_a_post_once")
        ]
