"""Narrows comments to those that hold certain words."""

from django.db import connection
from django.db.models import BooleanField, F, Func, Value

from comments.models import CommentQuerySet
from comments.search.words import words_in

# So many that hold the words are looked up one by one. Where there are more, the comments are gone
# through in their order, for then the next page of them is never far.
RARE = 2_000

HITS = "SELECT rowid FROM comments_search WHERE comments_search MATCH %s"


def narrow(comments: CommentQuerySet, typed: str) -> CommentQuerySet:
    """Those that hold every word, in the name or the comment; the last one may go on.

    Nothing where no word was typed. What was typed is never an expression of any language.
    """
    words = words_in(typed)
    if not words:
        return comments.none()
    holds = _on_sqlite(words) if connection.vendor == "sqlite" else _on_postgresql(words)
    return comments.filter(holds)


def _on_sqlite(words: list[str]) -> Func:
    """The planner knows nothing of the index, so we say which way round."""
    asked = " ".join(f'"{word}"' for word in words) + "*"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({HITS} LIMIT {RARE + 1})", [asked])  # noqa: S608
        is_rare = cursor.fetchone()[0] <= RARE
    return _condition("%(expressions)s)" if is_rare else "+%(expressions)s)", asked)


def _condition(template: str, asked: str) -> Func:
    return Func(
        F("pk"),
        Value(asked),
        template=template,
        arg_joiner=" IN (SELECT rowid FROM comments_search WHERE comments_search MATCH ",
        output_field=BooleanField(),
    )


def _on_postgresql(words: list[str]) -> Func:
    """The planner knows how frequent a word is (`ANALYZE`), and chooses by itself."""
    asked = " & ".join(f"'{word}'" for word in words) + ":*"
    held = Func(F("author_name"), F("body"), function="comments_searchable")
    wanted = Func(Value(asked), template="to_tsquery('pg_catalog.simple', %(expressions)s)")
    return Func(
        held, wanted, template="%(expressions)s", arg_joiner=" @@ ", output_field=BooleanField()
    )
