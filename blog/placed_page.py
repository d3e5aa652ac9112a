"""A page that knows the way to it: asked for once, where Wagtail and the page's trail ask each."""

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

WAY = "_way_here"


def way_to(page: Page) -> list[Page]:
    """From the root of the tree to the page itself; `is_restricted` says which has a restriction.

    In one query for each object; the parent that it finds is the one that `get_parent` gives.
    """
    kept: list[Page] | None = page.__dict__.get(WAY)
    if kept is None:
        paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
        its_own = PageViewRestriction.objects.filter(page_id=OuterRef("pk"))
        pages = Page.objects.filter(path__in=paths).order_by("depth")
        kept = list(pages.annotate(is_restricted=Exists(its_own)))
        page.__dict__[WAY] = kept
    return kept


def parent_of(page: Page) -> Page:
    """The page above; of what is on no tree yet, as in a preview, what Wagtail says."""
    above = way_to(page)[:-1] if page.pk else []
    if above and not hasattr(page, "_cached_parent_obj"):
        page._cached_parent_obj = above[-1]
    return page.get_parent()


def open_above(page: Page) -> list[Page]:
    """The live pages above that anybody may read, without the root: no title is told of others."""
    found: list[Page] = []
    for each in way_to(page)[:-1]:
        if each.is_restricted:
            break
        if each.live and each.depth > 1:
            found.append(each)
    return found


class PlacedPage(Page):
    """Every page of ours."""

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's, which asks for an alias what holds where it comes from; none for most."""
        if any(each.is_restricted or each.alias_of_id for each in way_to(self)):
            found: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        else:
            found = PageViewRestriction.objects.none()
        return found
