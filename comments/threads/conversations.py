"""What shows of a thread, in pieces of a bounded size: its conversations, and their answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page

from comments import conf
from comments.models import Comment, CommentQuerySet, ThreadOrder

# What readers may see of a comment, and what places it; no address, no evidence, no source.
SHOWN_FIELDS = (
    "page_id",
    "parent_id",
    "root_id",
    "status",
    "removed_by",
    "author_name",
    "author_website",
    "is_post_author",
    "staff_author_id",
    "language",
    "body_html",
    "legacy_anchor",
    "created_at",
    "edited_at",
)


def home_of(page: Page) -> Page:
    """The page that has the thread: an alias shows that of its original."""
    return page.alias_of or page


def tops(page_id: int, *, order: str) -> CommentQuerySet:
    """The comments with which the conversations of a page begin, in the order of the page."""
    shown = Comment.objects.shown().filter(page_id=page_id, root=None)
    return shown.newest_first() if order == ThreadOrder.NEWEST else shown.oldest_first()


def answers_in(root_id: int) -> CommentQuerySet:
    """Everything that shows below the first comment of a conversation, oldest first."""
    return Comment.objects.shown().filter(root_id=root_id).oldest_first()


def load(some: CommentQuerySet) -> list[Comment]:
    """The comments of a slice, in its order. Only their numbers are read to find the slice."""
    return list(_whole(some))


def _whole(some: CommentQuerySet) -> CommentQuerySet:
    # What is skipped to reach them is then counted in the index and never fetched.
    order = some.query.order_by
    return _shown(Comment.objects.filter(pk__in=some.values("pk")).order_by(*order))


def _shown(comments: CommentQuerySet) -> CommentQuerySet:
    """With what readers may see of them, and which member of the staff wrote them."""
    # A page is asked whether the member wrote it, and shows no more of them.
    return comments.select_related("staff_author").only(*SHOWN_FIELDS, "staff_author__id")


@dataclass(frozen=True)
class Opening:
    """The first conversations of a thread, and how much they are of it.

    `counts` says how many answers show below each of `roots`; those without any are left out.
    `count` is how many comments show below the page, `conversations` how many of them on top.
    """

    roots: list[Comment]
    counts: dict[int, int]
    count: int
    conversations: int


def opening(page_id: int, *, order: str) -> Opening:
    """What the first page of a thread begins with, in one query."""
    of_page = Comment.objects.shown().filter(page_id=page_id)
    below = Comment.objects.shown().filter(root_id=OuterRef("pk"))
    numbers = {
        "number_of_count": _number(of_page, "page_id"),
        "number_of_conversations": _number(of_page.filter(root=None), "page_id"),
        "number_of_answers": _number(below, "root_id"),
    }
    first = tops(page_id, order=order)[: conf.CONVERSATIONS_ON_A_PAGE]
    found = list(_whole(first).annotate(**numbers))
    answers = {each.pk: int(vars(each)["number_of_answers"]) for each in found}
    whole = vars(found[0]) if found else {"number_of_count": 0, "number_of_conversations": 0}
    return Opening(
        roots=found,
        counts={root: number for root, number in answers.items() if number},
        count=whole["number_of_count"],
        conversations=whole["number_of_conversations"],
    )


def _number(comments: CommentQuerySet, column: str) -> Coalesce:
    """How many there are of these, which are alike in a column."""
    counted = comments.order_by().values(column).annotate(number=Count("*"))
    return Coalesce(Subquery(counted.values("number")), 0)


def answer_counts(roots: Collection[int]) -> dict[int, int]:
    """How many answers show below each of these comments; those without any are left out."""
    answers = Comment.objects.shown().filter(root_id__in=roots).order_by()
    return dict(answers.values_list("root_id").annotate(number=Count("*")))


def answers_shown_of_each(counts: Mapping[int, int]) -> int:
    """How many answers of each conversation stand on a page that shows all these conversations."""
    for most in range(conf.MAX_ANSWERS_SHOWN, conf.MIN_ANSWERS_SHOWN, -1):
        if sum(min(count, most) for count in counts.values()) <= conf.ANSWERS_ON_A_PAGE:
            return most
    return conf.MIN_ANSWERS_SHOWN


def first_answers(counts: Mapping[int, int], *, most: int) -> list[Comment]:
    """The first answers of each conversation, `most` of each at most, oldest first."""
    if not counts:
        return []
    wanted = Q(root_id__in=[root for root, count in counts.items() if count <= most])
    for root, count in counts.items():
        if count > most:
            wanted |= Q(pk__in=answers_in(root).values("pk")[:most])
    found = Comment.objects.shown().filter(wanted).oldest_first()
    return list(_shown(found))
