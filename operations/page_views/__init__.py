"""How often pages are read: totals a day, and nothing about who reads.

`readers` tells people from machines by what a request says of itself, and keeps none of it.
`buffer` counts in memory, `keeping` adds what was counted to the rows, `figures` sums them up.
"""

from operations.page_views.buffer import count, flush, flush_if_due
from operations.page_views.kept import count_kept
from operations.page_views.readers import is_page, is_read_by_a_person

__all__ = ["count", "count_kept", "flush", "flush_if_due", "is_page", "is_read_by_a_person"]
