"""A column in Wagtail's listing of pages: how many comments each has, and how many wait."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.ui.tables.pages import PageTable
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page

from comments.around.counts import PageCounts, counts_on


class CommentsColumn(BaseColumn):
    """What is known of the pages in the list; nothing for a page that has no comments."""

    cell_template_name = "comments/around/listing_cell.html"

    def __init__(self, counts: Mapping[int, PageCounts]) -> None:
        super().__init__("reader_comments", label=_("Comments"), width="12%")
        self.counts = counts

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        """Wagtail's context, and the counts of the page of this row."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"counts": self.counts.get(instance.pk)}


class CommentedIndexView(ExplorableIndexView):
    """Wagtail's listing below a page, with the column before the arrow to the children."""

    counts: Mapping[int, PageCounts] = {}

    def get_table(self, object_list: Sequence[Page]) -> PageTable:
        """Wagtail's table; the numbers of all its rows come in one query."""
        self.counts = counts_on(list(object_list), request=self.request)
        return super().get_table(object_list)

    @cached_property
    def explorable_columns(self) -> list[BaseColumn]:
        """Wagtail's columns and ours; without ours where no page in the list has comments."""
        columns: list[BaseColumn] = super().explorable_columns
        own = [CommentsColumn(self.counts)] if self.counts else []
        return [*columns[:-1], *own, columns[-1]]
