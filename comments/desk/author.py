"""What the author of a comment did here: what is proven, and beside it what only may be theirs."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from comments import permissions, search
from comments.desk.record import record_of
from comments.models import Comment, CommentQuerySet
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import screen

COMMENTS_PER_PAGE = 50
SHOWN_OF_NAME = 20


@require_safe
def author(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET reader_comments:author: all that a proven writer said here, and how it stands.

    What has only the typed name in common stands apart: anybody can type a name.
    """
    moderator = permissions.require_moderator(request)
    among = permissions.visible(Comment.objects.all(), moderator)
    comment = get_object_or_404(among, pk=comment_id)
    paginator = WagtailPaginator(_theirs(comment, among), COMMENTS_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    context = screen(_("Author"), parent=(_("Reader comments"), queue_url(back_of(request)))) | {
        "comment": comment,
        "record": record_of([comment], among=among).get(comment.pk),
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
        "of_the_name": list(_of_the_name(comment, among)[:SHOWN_OF_NAME]),
        "is_administrator": moderator.is_superuser,
        "may_ban": permissions.may_open(request, "reader_comments:ban"),
        "back": back_of(request),
    }
    return render(request, "comments/desk/author.html", context)


def _theirs(comment: Comment, among: CommentQuerySet) -> CommentQuerySet:
    """All that is proven to be by the same writer; the comment alone where nothing is proven."""
    is_theirs = Q(writer=comment.writer_id) if comment.writer_id else Q(pk=comment.pk)
    return among.filter(is_theirs).select_related("page").newest_first()


def _of_the_name(comment: Comment, among: CommentQuerySet) -> CommentQuerySet:
    """The others under exactly this typed name."""
    if not comment.author_name:
        return among.none()
    named = search.narrow(among, comment.author_name).filter(author_name=comment.author_name)
    others = named.exclude(pk=comment.pk)
    if comment.writer_id:
        others = others.exclude(writer=comment.writer_id)
    return others.select_related("page").newest_first()
