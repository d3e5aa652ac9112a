"""Answers kept for readers: served before sessions, Wagtail and templates run, and never stale.

    front.PageCache            stands before Django: answers what is kept, else lets Django answer
    keeping.KeepPageMiddleware stands around Django's answer: keeps it if it is everybody's
    changes                    a number that grows with every change that readers can see
    following                  makes it grow with every write to a table that pages are made of
    moments                    when what is being made changes by itself
    store                      what is kept, in the memory of this process
    values                     what several queries gave, good for as long as a page would be

What is kept is good while the number stands where it stood before it was made. Every request reads
the number from the database, so that a removal shows on the very next request, in every process.
"""

from operations.page_cache.changes import changed
from operations.page_cache.keeping import is_read
from operations.page_cache.moments import until
from operations.page_cache.values import while_unchanged

__all__ = ["changed", "is_read", "until", "while_unchanged"]
