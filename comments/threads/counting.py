"""How many comments show below a page."""

from collections.abc import Iterable

from django.db.models import Count
from wagtail.models import Page

from comments.models import Comment


def counts_for(pages: Iterable[Page]) -> dict[int, int]:
    """How many comments show below each page, by the page's number, in one query.

    A page without any is left out.
    """
    threads = {page.pk: page.alias_of_id or page.pk for page in pages}
    shown = Comment.objects.shown().filter(page_id__in=set(threads.values())).order_by()
    counts = dict(shown.values_list("page_id").annotate(number=Count("*")))
    return {number: counts[thread] for number, thread in threads.items() if thread in counts}


def count_for(page_id: int) -> int:
    """How many comments show below one page that is no alias."""
    return Comment.objects.shown().filter(page_id=page_id).count()
