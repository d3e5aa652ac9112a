"""The post: one piece of campaign news, and what belongs to it alone."""

from datetime import datetime
from typing import Any, Self

from django import forms
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import model_from_serializable_data
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from blog import dateline
from blog.archives.addresses import is_taken
from blog.blocks import BodyBlock
from blog.models.campaigns import CampaignPage
from blog.models.people import Author, Series, Topic
from blog.own_address import OwnAddressPage
from blog.post_form import PostForm
from blog.summary import first_words
from comments.models import CommentableMixin
from comments.models.open_pages import open_to_all


class PostQuerySet(PageQuerySet):
    """Adjectives by which the blog speaks of posts."""

    def readable(self, *, below: Page | None = None) -> Self:
        """Those that anybody may read, anywhere or below a page.

        Asked of each post in turn: a join would have SQLite read all pages, and sort them.
        """
        pages = Page.objects.descendant_of(below) if below else Page.objects.all()
        itself = open_to_all(pages.live()).order_by().filter(pk=OuterRef("pk"))
        found: Self = self.filter(Exists(itself))
        return found

    def newest_first(self) -> Self:
        """By date line, the newest first."""
        ordered: Self = self.order_by("-posted_at", "-pk")
        return ordered

    def oldest_first(self) -> Self:
        """By date line, the oldest first."""
        ordered: Self = self.order_by("posted_at", "pk")
        return ordered

    def with_bylines(self) -> Self:
        """With their authors in two more queries, however many posts there are."""
        signed: Self = self.prefetch_related("post_authors__author")
        return signed

    def knowing_what_is_empty(self) -> Self:
        """With `has_topics` and the like: most posts have few of these lists, each a query."""
        lists = {
            "topics": PostPage.topics.through.objects.filter(postpage_id=OuterRef("pk")),
            "campaigns": PostPage.campaigns.through.objects.filter(postpage_id=OuterRef("pk")),
            "corrections": Correction.objects.filter(post_id=OuterRef("pk")),
            "related_posts": RelatedPost.objects.filter(post_id=OuterRef("pk")),
        }
        knowing: Self = self.annotate(
            **{f"has_{name}": Exists(each) for name, each in lists.items()}
        )
        return knowing


PostManager = PageManager.from_queryset(PostQuerySet)


class PostPage(CommentableMixin, OwnAddressPage):
    """One piece of campaign news."""

    posted_at = models.DateTimeField(
        _("date"), default=timezone.now, db_index=True, help_text=_("The date line of the post.")
    )
    is_pinned = models.BooleanField(
        _("pinned"),
        default=False,
        help_text=_("It stands above newer posts until you take the pin out."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="posts"
    )
    campaigns = ParentalManyToManyField(
        CampaignPage, verbose_name=_("campaigns"), blank=True, related_name="posts"
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("series"),
        related_name="posts",
        help_text=_("Posts of a series lead on to each other, the oldest first."),
    )
    # An imported post without a title has one for lists and addresses, but no headline.
    has_generated_title = models.BooleanField(default=False, editable=False)

    objects = PostManager()

    base_form_class = PostForm
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("posted_at"),
        FieldPanel("is_pinned"),
        InlinePanel("post_authors", label=_("Author"), heading=_("Authors")),
        FieldPanel("body"),
        InlinePanel("corrections", label=_("Correction"), heading=_("Corrections")),
        MultiFieldPanel(
            [
                FieldPanel("campaigns", widget=forms.CheckboxSelectMultiple),
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("series"),
            ],
            heading=_("Where it belongs"),
        ),
        InlinePanel("related_posts", label=_("Post"), heading=_("Related posts"), max_num=6),
        *CommentableMixin.comment_panels,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("body"),
        index.FilterField("posted_at"),
    ]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes = [
            models.Index(fields=["is_pinned"], condition=Q(is_pinned=True), name="post_pinned")
        ]

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail's, with the date of a post that appears and that nobody dated."""
        dateline.settle(self)
        super().save(*args, **kwargs)

    def is_taken(self, slug: str, *, below: Page | None) -> bool:
        """Whether an archive stands there, or what stands where no page would."""
        return is_taken(slug) or super().is_taken(slug, below=below)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and what stands around the body."""
        # What stands there is gathered from posts.
        from blog.around_a_post import surroundings

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["around"] = surroundings(self)
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

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> "PostAuthor | None":
        """A row of a revision; None if the author was deleted since: drafts protect nobody."""
        if check_fks and not Author.objects.filter(pk=data["author"]).exists():
            return None
        row: PostAuthor | None = model_from_serializable_data(
            cls, data, check_fks=check_fks, strict_fks=strict_fks
        )
        return row


class Correction(models.Model):
    """What was wrong and is right now; it stays visible at the post for ever."""

    post = ParentalKey(PostPage, on_delete=models.CASCADE, related_name="corrections")
    corrected_at = models.DateTimeField(_("when"), default=timezone.now)
    text = models.TextField(
        _("what was corrected"), help_text=_("Say what it said before and what is right.")
    )

    panels = [FieldPanel("corrected_at"), FieldPanel("text")]

    class Meta:
        ordering = ["corrected_at", "pk"]

    def __str__(self) -> str:
        return self.text


class RelatedPost(Orderable):
    """A post to read next, chosen by an editor."""

    post = ParentalKey(PostPage, on_delete=models.CASCADE, related_name="related_posts")
    related = models.ForeignKey(
        PostPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("post")
    )

    panels = [PageChooserPanel("related", "blog.PostPage")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["post", "related"], name="a_post_is_related_once"),
            models.CheckConstraint(
                condition=~Q(post=F("related")), name="a_post_is_not_related_to_itself"
            ),
        ]
