"""The addresses that a comment keeps for ever, whatever page of the thread it stands on."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from comments.models import Comment
from comments.submission import NO_COMMENT, read_number
from comments.views.answering import comment_url, page_or_404

FRAGMENT = "comment-"


@require_safe
def permalink(request: HttpRequest, comment_id: int) -> HttpResponse:
    """GET comments:permalink: on to where the comment stands now.

    404, always the same, for what does not show, never was, or stands on a page that is not
    public: nobody learns which numbers are held back.
    """
    return _on_to(request, Comment.objects.shown().filter(pk=comment_id).first())


@require_safe
def anchored(request: HttpRequest, page_id: int, anchor: str) -> HttpResponse:
    """GET comments:anchored: the same for a fragment of a page's address, ours or the old blog's.

    The script of a long thread asks here, for a browser keeps the fragment to itself.
    """
    if not anchor.isprintable():  # PostgreSQL would not even compare it
        raise Http404
    page = page_or_404(request, page_id)
    named = Q(legacy_anchor=anchor)
    if anchor.startswith(FRAGMENT):
        named |= Q(pk=read_number(anchor.removeprefix(FRAGMENT)) or NO_COMMENT)
    return _on_to(request, Comment.objects.shown().filter(named, page_id=page.pk).first())


def _on_to(request: HttpRequest, comment: Comment | None) -> HttpResponse:
    if comment is None:
        raise Http404
    page = page_or_404(request, comment.page_id)
    return HttpResponseRedirect(comment_url(request, comment, page))
