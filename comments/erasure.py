"""Deleting a post together with everything that was said below it: an administrator's act."""

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from accounts.models import User
from comments import clusters, desk_log
from comments.irreversible.files import forget_about
from comments.learning import labels
from comments.models import Comment, CommentQuerySet, DeskAct, Explanation


class CountDiffers(Exception):
    """As many comments as were expected are not there; `count` is what there is."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} comments")
        self.count = count


def comments_in_tree(page: Page) -> CommentQuerySet:
    """The comments, in every status, of a page and of all pages below it."""
    tree = Page.objects.descendant_of(page, inclusive=True)
    return Comment.objects.filter(page__in=tree)


def delete_with_comments(page: Page, *, administrator: User, expected_count: int) -> None:
    """Delete a page, the pages below it and their comments; the events stay, without words.

    So goes every export that nobody has collected and that holds one of them.
    The log says who did it, to which page, and how many comments that deleted.

    Raises `CountDiffers` when there are not exactly as many comments as the administrator
    has said: then nothing is deleted.
    """
    with transaction.atomic():
        _wait_for_comments_on_their_way(page)
        doomed = comments_in_tree(page)
        count = doomed.count()
        if count != expected_count:
            raise CountDiffers(count)
        desk_log.record(DeskAct.DELETE_POST, actor=administrator, subject=page.pk, comments=count)
        doomed.update(parent=None, root=None)  # or the answers would protect what they answer
        forget_about(*doomed.values_list("pk", flat=True))
        delete_for_good(doomed)
        DeletePageAction(page, user=administrator).execute(skip_permission_checks=True)


def delete_for_good(doomed: CommentQuerySet) -> None:
    """Delete comments that nothing answers, with all words about them; the events stay.

    Call it in the act's transaction, after what locks threads.
    """
    alike = set(doomed.exclude(cluster=None).values_list("cluster_id", flat=True))
    doomed.update(cluster=None)
    clusters.drop_empty(alike)  # before what the filter knows: every act locks in this order
    labels.forget(doomed)
    Explanation.objects.filter(event__comment__in=doomed).delete()
    doomed.delete()


def _wait_for_comments_on_their_way(page: Page) -> None:
    """Lock the pages, so that none of them gets a comment between the count and the deletion."""
    tree = Page.objects.descendant_of(page, inclusive=True)
    list(tree.select_for_update().values_list("pk", flat=True))
