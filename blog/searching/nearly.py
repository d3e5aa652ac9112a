"""What somebody may have meant who mistyped a word.

SQLite's index lists its words; PostgreSQL's extension pg_trgm finds posts with words like those
typed, where a server has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from django.db import OperationalError, connection, transaction

from blog.searching.query import Query
from blog.searching.words import WORD

SHORTEST = 4  # letters; shorter words are near to anything
LOOKED_AT = 5_000  # words that begin alike
LOOKED_AT_POSTS = 5
ALIKE = 0.75  # difflib's ratio: one letter of four
LIKE_BEGINNING = """
    SELECT term FROM blog_vocabulary
    WHERE term >= %s AND term < %s AND length(term) BETWEEN %s AND %s LIMIT %s
"""
LIKE_IT = """
    SELECT left(blog_folded(title || ' ' || text), 20000) FROM blog_postwords
    WHERE %s <%% blog_folded(title || ' ' || text)
    ORDER BY %s <<-> blog_folded(title || ' ' || text) LIMIT %s
"""
# One letter wrong in eight costs half of the groups of three by which words are compared. Among
# very many posts that may be slow: then it is better to find nothing.
PATIENCE = """
    SELECT set_config('pg_trgm.word_similarity_threshold', '0.3', TRUE),
           set_config('statement_timeout', '300', TRUE)
"""
AS_BEFORE = "SELECT set_config('statement_timeout', '0', TRUE)"
HAS_EXTENSION = "SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'"


def corrected(query: Query) -> Query | None:
    """The query with words that are there; None if there are none nearby."""
    words = [_near(word) or word for word in query.words]
    return replace(query, typed=" ".join(words), page=1) if words != query.words else None


def _near(word: str) -> str | None:
    """The nearest word that some post has; the word itself if any has it."""
    if len(word) < SHORTEST or word.isdecimal():
        return None
    there = _on_sqlite(word) if connection.vendor == "sqlite" else _on_postgresql(word)
    return next(iter(get_close_matches(word, there, n=1, cutoff=ALIKE)), None)


def _on_sqlite(word: str) -> Iterable[str]:
    """Those that begin with the same two letters and are about as long.

    More would be slow: to list a word the index looks at every post that has it.
    """
    start, end = word[:2], word[0] + chr(ord(word[1]) + 1)
    limits: list[str | int] = [start, end, len(word) - 2, len(word) + 2, LOOKED_AT]
    return (term for (term,) in _rows(LIKE_BEGINNING, limits))


def _on_postgresql(word: str) -> Iterable[str]:
    texts = _rows(HAS_EXTENSION, []) and _texts_like(word)
    return {found[0] for (text,) in texts for found in WORD.finditer(text)}


def _texts_like(word: str) -> list[tuple[str, ...]]:
    try:
        with transaction.atomic():
            _rows(PATIENCE, [])
            texts = _rows(LIKE_IT, [word, word, LOOKED_AT_POSTS])
            _rows(AS_BEFORE, [])  # a request may have a transaction of its own around this one
    except OperationalError:
        return []
    return texts


def _rows(sql: str, values: Sequence[str | int]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
