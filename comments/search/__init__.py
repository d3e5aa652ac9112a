"""Finds comments by their words and by their authors' names, among however many.

The index is the database's own (migration 0010): it changes with the row, in the same transaction,
and knows nothing of states. What is found is always asked of the comments as they stand.
"""

from comments.search.leftovers import erase_leftovers
from comments.search.matching import Found, find, narrow

__all__ = ["Found", "erase_leftovers", "find", "narrow"]
