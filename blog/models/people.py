"""Who writes, what about, in which order: authors, topics, series; one row a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet


class NamedSnippet(TranslatableMixin, index.Indexed, models.Model):
    """What authors and topics share: a name, and a slug that is unique in its language."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, allow_unicode=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="%(class)s_slug_is_unique_in_its_language"
            )
        ]

    def __str__(self) -> str:
        return self.name


@register_snippet
class Author(NamedSnippet):
    """A byline. Never a login: a user may write under several, and an author may have left."""

    url = models.URLField(_("web address"), blank=True)
    about = models.TextField(
        _("about"), blank=True, help_text=_("A sentence or two for the author's own page.")
    )

    panels = [*NamedSnippet.panels, FieldPanel("about"), FieldPanel("url")]

    class Meta(NamedSnippet.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")


@register_snippet
class Topic(NamedSnippet):
    """What a post is about; Blogger calls it a label."""

    class Meta(NamedSnippet.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


@register_snippet
class Series(NamedSnippet):
    """Posts that are read one after the other."""

    class Meta(NamedSnippet.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")
