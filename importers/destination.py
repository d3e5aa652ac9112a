"""Where an import puts things: posts below a blog index, plain pages beside that index."""

from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from blog.models import BlogIndexPage, PostPage
from comments.models import CommentableMixin
from importers.models import RecordKind
from importers.refusals import ImportRefused


@dataclass(frozen=True)
class Destination:
    """The site, the index, the page above it, and the type of page that may stand beside it."""

    site: Site
    index: BlogIndexPage
    above: Page
    plain_page: type[Page]

    def model_of(self, kind: str) -> type[Page]:
        """The page type for a kind of record."""
        return PostPage if kind == RecordKind.POST else self.plain_page

    def parent_of(self, kind: str) -> Page:
        """The page below which records of a kind are put."""
        return self.index if kind == RecordKind.POST else self.above


def find_destination(into: str) -> Destination:
    """The destination that `into` names by number or slug; the default language's index if empty.

    Raises ImportRefused with the choices where the name fits none or several.
    """
    found = [
        index for index in BlogIndexPage.objects.select_related("locale") if _fits(index, into)
    ]
    if len(found) != 1:
        raise ImportRefused(_choices())
    index = found[0]
    above, site = index.get_parent().specific, index.get_site()
    if site is None:
        raise ImportRefused(_("The blog index belongs to no site, so its pages have no address."))
    return Destination(site=site, index=index, above=above, plain_page=_plain_page_type(above))


def _fits(index: BlogIndexPage, into: str) -> bool:
    if not into:
        return bool(index.locale == Locale.get_default())
    return into in (str(index.pk), index.slug)


def _choices() -> str:
    indexes = BlogIndexPage.objects.select_related("locale").order_by("pk")
    lines = [f"{index.pk}  {index.locale}  {index.title}" for index in indexes]
    return "\n".join([_("Say with --into which blog index the posts go to:"), *lines])


def _plain_page_type(above: Page) -> type[Page]:
    """What may stand below `above`, has a body, takes comments; this room knows no front page."""
    for model in above.allowed_subpage_models():
        has_body = any(isinstance(field, StreamField) for field in model._meta.get_fields())
        if has_body and issubclass(model, CommentableMixin):
            return cast("type[Page]", model)
    raise ImportRefused(_("Plain pages have no place beside the blog index."))
