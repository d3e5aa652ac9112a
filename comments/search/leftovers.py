"""Makes words that went go for good.

SQLite's index notes that a word went, and keeps it in its older pieces until they are merged. We
merge all of them, some pages at a time; what is freed is overwritten (`secure_delete`).
PostgreSQL's index keeps each word that ever was until it is made anew, which is the owner's to do:
docs/privacy.md says how.
"""

import time

from django.db import connection, transaction

BUDGET_SECONDS = 3.0  # the clock has other jobs, too; it is back in a minute
PAGES = 500  # a twentieth of a second, in which nobody else can write
SMALLEST_STEP = 2  # rows; less, and there was nothing to merge


def erase_leftovers() -> None:
    """Go on merging while words that went may be left in the index; a job of the clock."""
    until = time.monotonic() + BUDGET_SECONDS
    while connection.vendor == "sqlite" and _merge_some():
        if time.monotonic() > until:
            return


def _merge_some() -> bool:
    """Merge some pages; whether there may be more to do. Less is read than written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT is_begun FROM comments_search_leftovers")
        if (row := cursor.fetchone()) is None:
            return False
        with transaction.atomic():
            is_merged = _step(-PAGES if not row[0] else PAGES) < SMALLEST_STEP and row[0]
            # Words may have gone since we looked.
            if is_merged:
                cursor.execute("DELETE FROM comments_search_leftovers WHERE is_begun")
            else:
                cursor.execute("UPDATE comments_search_leftovers SET is_begun = TRUE")
    return not is_merged


def _step(pages: int) -> int:
    """How many rows of the index it wrote; a negative number takes all pieces together first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT total_changes()")
        before = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO comments_search (comments_search, rank) VALUES ('merge', %s)", [pages]
        )
        cursor.execute("SELECT total_changes()")
        return int(cursor.fetchone()[0]) - int(before)
