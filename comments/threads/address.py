"""Where a comment stands in its thread, however long that is."""

from django.db.models import Q

from comments import conf
from comments.models import Comment, CommentQuerySet, ThreadOrder
from comments.threads.conversations import answer_counts, answers_in, answers_shown_of_each, tops
from comments.threads.place import Place


def place_of(comment: Comment, *, order: str) -> Place:
    """The page of the thread on which a comment shows, or would show; `order` is the site's.

    An answer stands on the page of its conversation where the thread's own page leaves it out.
    """
    root = Comment.objects.get(pk=comment.root_id) if comment.root_id else comment
    conversations = tops(root.page_id, order=order)
    position = _before(root, conversations, is_newest_first=order == ThreadOrder.NEWEST).count()
    number = position // conf.CONVERSATIONS_ON_A_PAGE
    place = Place(number=number + 1)
    if comment.pk == root.pk:
        return place
    rank = _before(comment, answers_in(root.pk)).count()
    start = number * conf.CONVERSATIONS_ON_A_PAGE
    neighbours = conversations[start : start + conf.CONVERSATIONS_ON_A_PAGE]
    if rank < answers_shown_of_each(answer_counts(list(neighbours.values_list("pk", flat=True)))):
        return place
    return Place(conversation=root.pk, number=rank // conf.ANSWERS_IN_A_CONVERSATION + 1)


def _before(
    comment: Comment, others: CommentQuerySet, *, is_newest_first: bool = False
) -> CommentQuerySet:
    way = "gt" if is_newest_first else "lt"
    at_once = Q(created_at=comment.created_at, **{f"pk__{way}": comment.pk})
    return others.filter(Q(**{f"created_at__{way}": comment.created_at}) | at_once)
