"""Asks the database's full-text index; what was typed is never an expression of any language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from blog.searching import filing
from blog.searching.filing import Facet
from blog.searching.query import RARE, RESULTS_PER_PAGE, Query
from blog.searching.words import may_go_on

# By which columns hits are put into order: the title says most, what a post is filed under nothing.
BEST = {
    "sqlite": "ORDER BY bm25(blog_search, 8.0, 0.0, 1.0), rowid DESC",
    "postgresql": (
        "ORDER BY ts_rank('{0, 0, 0.125, 1}', searchable,"
        " to_tsquery('pg_catalog.simple', %s)) DESC, post_id DESC"
    ),
}
ASKED = "to_tsquery('pg_catalog.simple', %s)"
HITS = {
    "sqlite": "SELECT rowid FROM blog_search WHERE blog_search MATCH %s",
    "postgresql": f"SELECT post_id FROM blog_postwords WHERE searchable @@ {ASKED}",  # noqa: S608
}
# The plus keeps SQLite from looking up each of fifty thousand hits; it goes by date instead.
AMONG = {
    "sqlite": "{plus}post_id IN (SELECT rowid FROM blog_search WHERE blog_search MATCH %s)",
    "postgresql": f"searchable @@ {ASKED}",
}
NEWEST = "ORDER BY posted_at DESC, post_id DESC"


@dataclass(frozen=True)
class Hits:
    """The numbers of posts: those of one page in their order, and all of them or a thousand.

    `is_cut` if there are more; then the newest come first, otherwise the best.
    """

    page: list[int]
    all: list[int]
    is_cut: bool


def find(query: Query, *, index_id: int) -> Hits:
    """What holds the words of a query and is filed as it asks, below an index; in two queries."""
    asked = _asked(query, index_id)
    found = _numbers(f"{HITS[connection.vendor]} LIMIT %s", [asked, RARE + 1])
    is_cut = len(found) > RARE
    part = [RESULTS_PER_PAGE, (query.page - 1) * RESULTS_PER_PAGE]
    if query.words and not is_cut:
        page = _best(asked, part, words=query.words)
    else:
        page = _newest(asked, part, index_id=index_id, is_cut=is_cut)
    return Hits(page, found[:RARE], is_cut)


def is_filed(facet: Facet, number: int, index_id: int) -> bool:
    """Whether any post that readers can find below an index is filed so."""
    asked = _asked(Query(facets=((facet, number),)), index_id)
    return bool(_numbers(f"{HITS[connection.vendor]} LIMIT 1", [asked]))


def _best(asked: str, part: list[int], *, words: Sequence[str]) -> list[int]:
    vendor = connection.vendor
    ranked_by = [] if vendor == "sqlite" else [_for_postgresql(words, [])]
    sql = f"{HITS[vendor]} {BEST[vendor]} LIMIT %s OFFSET %s"
    return _numbers(sql, [asked, *ranked_by, *part])


def _newest(asked: str, part: list[int], *, index_id: int, is_cut: bool) -> list[int]:
    among = AMONG[connection.vendor].format(plus="+" if is_cut else "")
    sql = f"SELECT post_id FROM blog_postwords WHERE index_id = %s AND {among} {NEWEST}"  # noqa: S608
    return _numbers(f"{sql} LIMIT %s OFFSET %s", [index_id, asked, *part])


def _numbers(sql: str, values: Sequence[str | int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def _asked(query: Query, index_id: int) -> str:
    """In the language of the index; words are letters and figures, and those in quotes."""
    filed = [filing.word(filing.INDEX, index_id), *(filing.word(*each) for each in query.facets)]
    if connection.vendor == "sqlite":
        return _for_sqlite(query.words, filed)
    return _for_postgresql(query.words, filed)


def _for_sqlite(words: Sequence[str], filed: Sequence[str]) -> str:
    """The last word may go on."""
    narrowed = f"filed : ({_all(filed)})"
    on = " *" if words and may_go_on(words[-1]) else ""
    return f"{{title text}} : ({_all(words)}{on}) AND {narrowed}" if words else narrowed


def _all(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words)


def _for_postgresql(words: Sequence[str], filed: Sequence[str]) -> str:
    last = ":*AB" if words and may_go_on(words[-1]) else ":AB"
    ends = [":AB"] * (len(words) - 1) + [last]
    spoken = [f"'{word}'{end}" for word, end in zip(words, ends, strict=False)]
    return " & ".join([*spoken, *(f"'{word}':D" for word in filed)])
