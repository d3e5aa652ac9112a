"""The thread of a page as readers see it: who shows, in which place, and with what words.

Published comments and tombstones show; any other comment shows as a bare place while an answer
that shows hangs below it; everything that shows counts. The row knows whether it shows
(`Comment.shows`), and `settle` keeps that true.
"""

from comments.threads.address import place_of
from comments.threads.counting import count_for, counts_for
from comments.threads.elsewhere import OtherThread, other_threads
from comments.threads.entry import TOMBSTONES, Badge, Entry
from comments.threads.place import Place
from comments.threads.reading import VisibleThread, visible_thread
from comments.threads.recent import RecentComment, recent
from comments.threads.settling import settle, settle_many, settle_page
from comments.threads.telling import told

__all__ = [
    "TOMBSTONES",
    "Badge",
    "Entry",
    "OtherThread",
    "Place",
    "RecentComment",
    "VisibleThread",
    "count_for",
    "counts_for",
    "other_threads",
    "place_of",
    "recent",
    "settle",
    "settle_many",
    "settle_page",
    "told",
    "visible_thread",
]
