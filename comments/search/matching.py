"""Narrows comments to those that hold certain words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import BooleanField, F, Func, Value

from comments.models import CommentQuerySet
from comments.search.words import words_in
from comments.states import CommentStatus

# So many that hold the words are looked up one by one. Where there are more, the comments are gone
# through in their order, for then the next page of them is never far.
RARE = 1_000

# Nothing else is left then; until the transaction ends.
BY_INDEX_OF_WORDS = "SET LOCAL enable_seqscan = {0}; SET LOCAL enable_indexscan = {0}"
KNOWN = (
    "SELECT id FROM comments_comment WHERE {} comments_searchable(author_name, body)"
    " @@ to_tsquery('pg_catalog.simple', "
)
OF_STATUS = "status = '{}' AND"
HITS = "SELECT rowid FROM comments_search WHERE comments_search MATCH "


@dataclass(frozen=True)
class Found:
    """The words, and the numbers of comments that hold them: all, or more than `RARE` of very many.

    As numbers are random, those of very many are drawn as if by lot.
    """

    words: Sequence[str]
    numbers: Sequence[int]

    @property
    def is_all(self) -> bool:
        """Whether there are no others that hold the words."""
        return len(self.numbers) <= RARE

    def known(self, comments: CommentQuerySet) -> CommentQuerySet:
        """Those of the comments whose numbers we know: quick, and enough to tell how many."""
        return comments.filter(_is_one_of(self.numbers)) if self.numbers else comments.none()

    def all(
        self, comments: CommentQuerySet, *, status: CommentStatus | None = None
    ) -> CommentQuerySet:
        """All of the comments that hold the words; of a `status`, if only they are wanted."""
        if status:
            comments = comments.filter(status=status)
        if self.is_all:
            return self.known(comments)
        return comments.filter(_holds(self.words, status))


def find(typed: str) -> Found:
    """What holds every word, in the name or the comment; the last one may go on.

    Nothing where no word was typed. What was typed is never an expression of any language.
    """
    if not (words := words_in(typed)):
        return Found((), ())
    return Found(words, _on_sqlite(words) if connection.vendor == "sqlite" else _elsewhere(words))


def narrow(comments: CommentQuerySet, typed: str) -> CommentQuerySet:
    """Those of the comments that hold what was typed, as `find` says."""
    return find(typed).all(comments)


def _on_sqlite(words: Sequence[str]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"{HITS} %s LIMIT {RARE + 1}", [_for_sqlite(words)])
        return [number for (number,) in cursor.fetchall()]


def _elsewhere(words: Sequence[str]) -> list[int]:
    """PostgreSQL takes it for cheap to split all words anew until it has enough of them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEX_OF_WORDS.format("off"))
        cursor.execute(f"{KNOWN.format('')} %s) LIMIT {RARE + 1}", [_for_postgresql(words)])
        numbers = [number for (number,) in cursor.fetchall()]
        cursor.execute(BY_INDEX_OF_WORDS.format("on"))
    return numbers


def _is_one_of(numbers: Sequence[int]) -> Func:
    """In one piece, where the ORM would hand over each number by itself."""
    joined = ",".join(map(str, numbers))
    if connection.vendor == "sqlite":
        given, template = f"[{joined}]", "%(expressions)s))"
        return _condition(given, template, joiner=" IN (SELECT value FROM json_each(")
    return _condition(f"{{{joined}}}", "%(expressions)s::bigint[])", joiner=" = ANY(")


def _holds(words: Sequence[str], status: CommentStatus | None) -> Func:
    if connection.vendor == "sqlite":
        # With the sign the planner, which knows nothing of the index, goes through the comments.
        return _condition(_for_sqlite(words), "+%(expressions)s)", joiner=f" IN ({HITS}")
    # Looked up once and kept: row by row, words would be split anew until enough are found.
    # Fewer have to be looked at where an index tells which have the status.
    known = KNOWN.format(OF_STATUS.format(status) if status else "")
    return _condition(_for_postgresql(words), "(%(expressions)s))) IS TRUE", joiner=f" IN ({known}")


def _for_postgresql(words: Sequence[str]) -> str:
    return " & ".join(f"'{word}'" for word in words) + ":*"


def _for_sqlite(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"' for word in words) + "*"


def _condition(asked: str, template: str, *, joiner: str) -> Func:
    return Func(
        F("pk"), Value(asked), template=template, arg_joiner=joiner, output_field=BooleanField()
    )
