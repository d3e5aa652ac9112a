"""What the list shows for an address, as the words of its comments."""

from datetime import UTC, datetime

from django.http import QueryDict

from comments.models import Comment
from comments.moderation_queue import tabs
from comments.moderation_queue.filters import QueueFilter

NOON = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
LATE = datetime(2026, 3, 5, 4, 59, tzinfo=UTC)  # still the 4th in New York
NEXT_DAY = datetime(2026, 3, 5, 5, 0, tzinfo=UTC)


def bodies(wanted: QueueFilter) -> list[str]:
    """The words of the first page of a list, in its order."""
    numbers = wanted.listed().numbers
    found = Comment.objects.in_bulk(numbers)
    return [found[number].body for number in numbers]


def listed(query: str) -> list[str]:
    """The same for what an address asks for."""
    return bodies(QueueFilter(QueryDict(query)))


def counted(wanted: QueueFilter) -> dict[str, int]:
    """How many the tabs of a list count."""
    return tabs.count(wanted.lists())
