"""How many posts each month has, kept true as posts come and go."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from blog.archives.periods import Period
from blog.models.derived import PostsInMonth, PostWords

Shelf = tuple[int, Period]  # the number of an index, and a month


def recount(shelves: Iterable[Shelf]) -> None:
    """Count these months of these indexes anew.

    Who counts the same index waits for the other to be done: both have changed something, and
    neither sees what the other has not yet committed.
    """
    wanted = set(shelves)
    indexes = {index_id for index_id, _period in wanted}
    locked = Page.objects.select_for_update(no_key=True).order_by("pk").filter(pk__in=indexes)
    with transaction.atomic():
        list(locked.values_list("pk", flat=True))
        for index_id, period in wanted:
            _recount(index_id, period)


def _recount(index_id: int, period: Period) -> None:
    here = PostWords.objects.filter(index_id=index_id)
    number = here.filter(posted_at__gte=period.begins_at, posted_at__lt=period.ends_at).count()
    row = PostsInMonth.objects.filter(index_id=index_id, month=period.first_day)
    if not number:
        row.delete()
    elif not row.update(number=number):
        _make(index_id, period, number)


def _make(index_id: int, period: Period, number: int) -> None:
    locale_id = Page.objects.values_list("locale_id", flat=True).get(pk=index_id)
    PostsInMonth.objects.update_or_create(
        index_id=index_id,
        month=period.first_day,
        defaults={"number": number, "locale_id": locale_id},
    )


def shelf_of(words: PostWords) -> Shelf:
    """Where a post counts."""
    return words.index_id, Period.of(words.posted_at)
