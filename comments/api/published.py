"""What anybody may read of a thread: its published comments, the oldest first."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from http import HTTPStatus

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field
from wagtail.models import Page, Site

from comments import guards, threads
from comments.models import Comment, CommentQuerySet
from comments.states import CommentStatus
from operations import api, feeds
from operations.mark import Mark

router = Router(tags=["threads"])

FIELDS = ("author_name", "body_html", "language", "created_at", "edited_at", "is_post_author")


class CommentShape(Schema):
    """A comment whose words are public."""

    id: int
    url: str = Field(description="Leads to it for ever.")
    parent: int | None = Field(description="The published comment that it answers.")
    name: str | None = Field(description="Null where its writer gave none.")
    html: str = Field(description="Cleaned HTML.")
    language: str | None = Field(description="Null where it is the page's, or nobody knows.")
    created_at: datetime
    edited_at: datetime | None


class ThreadShape(api.Listed[CommentShape]):
    """One page of the thread below a page."""

    page: int
    url: str | None
    count: int = Field(description="How many places show below the page, tombstones too.")


@router.get("/{number}", response=ThreadShape, operation_id="thread", summary="A thread")
def thread(request: HttpRequest, number: api.Number, asked: Query[api.Asked]) -> ThreadShape:
    """The published comments below the page of this number, the oldest first."""
    page = guards.commentable_page(number, site=Site.find_for_request(request))
    if page is None:
        raise Http404
    found = _from(Comment.objects.published().filter(page=page), asked.after)
    rows, onward = api.turn(
        request,
        list(found[: asked.limit + 1]),
        limit=asked.limit,
        mark=lambda comment: str(Mark(comment.created_at, comment.pk)),
    )
    return _thread(request, page, rows, onward)


def _from(comments: CommentQuerySet, after: str) -> CommentQuerySet:
    if after:
        mark = Mark.read(after)
        if mark is None:
            raise HttpError(HTTPStatus.UNPROCESSABLE_ENTITY, "`after` names no place in this list.")
        later = Q(created_at__gt=mark.at) | Q(created_at=mark.at, pk__gt=mark.pk)
        comments = comments.filter(later, created_at__gte=mark.at)
    joined = comments.oldest_first().select_related("parent")
    return joined.only(*FIELDS, "page_id", "parent__status")


def _thread(
    request: HttpRequest, page: Page, rows: Sequence[Comment], onward: str | None
) -> ThreadShape:
    return ThreadShape(
        items=list(_shapes(request, rows)),
        next=onward,
        page=page.pk,
        url=page.get_full_url(request),
        count=threads.count_for(page.pk),
    )


def _shapes(request: HttpRequest, comments: Sequence[Comment]) -> Iterator[CommentShape]:
    for comment in comments:
        parent = comment.parent
        is_told = parent is not None and parent.status == CommentStatus.PUBLISHED
        yield CommentShape(
            id=comment.pk,
            url=feeds.whole(request, reverse("comments:permalink", args=[comment.pk])),
            parent=comment.parent_id if is_told else None,
            name=comment.author_name or None,
            html=comment.body_html.strip(),
            language=comment.language or None,
            created_at=comment.created_at,
            edited_at=comment.edited_at,
        )
