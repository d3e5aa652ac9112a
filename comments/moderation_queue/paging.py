"""Pages of a list whose length is known already."""

from django.db.models import QuerySet
from wagtail.admin.paginator import WagtailPaginator

from comments.models import Comment


class CountedPaginator(WagtailPaginator):
    """Wagtail's paginator without a COUNT of its own: the tabs have counted."""

    def __init__(self, comments: QuerySet[Comment], per_page: int, *, count: int) -> None:
        super().__init__(comments, per_page)
        self.count = count
