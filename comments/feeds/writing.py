"""From comments to a feed of them."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from comments.feeds import reading
from comments.feeds.reading import Scope
from comments.models import Comment
from comments.states import CommentStatus
from operations import feeds

KIND = "comment"


def feed_of(request: HttpRequest, scope: Scope, *, title: str, home_url: str) -> feeds.Feed:
    """The newest published comments of a scope, as a feed at the request's address."""
    comments = reading.published(scope)
    front = feeds.front_page(request)
    gone = reading.removed(scope, beside=comments)
    return feeds.Feed(
        title=f"{title} · {front.title}",
        description="",
        home_url=home_url,
        url=feeds.whole(request, request.path),
        language=front.locale.language_code,
        author=feeds.Person(front.title, front.full_url or ""),
        items=tuple(_item(request, comment) for comment in comments),
        gone=tuple(feeds.Gone(name_of(number), at) for number, at in gone),
        changed_at=reading.last_change(),
    )


def name_of(number: int) -> str:
    """What a comment's entry is called for ever, in every feed."""
    return feeds.name_of(KIND, number)


def _item(request: HttpRequest, comment: Comment) -> feeds.Item:
    name = comment.author_name or gettext("Anonymous")
    title = gettext("%(name)s on “%(title)s”") % {"name": name, "title": comment.page.title}
    address = reverse("comments:permalink", args=[comment.pk])
    return feeds.Item(
        name=name_of(comment.pk),
        url=feeds.whole(request, address),
        title=title,
        html=comment.body_html,  # sanitised when it was stored; it has no address in pieces
        published_at=comment.created_at,
        updated_at=max(comment.created_at, comment.edited_at or comment.created_at),
        language=comment.language or "",
        authors=(feeds.Person(name),),
        answers=_answered(comment),
    )


def _answered(comment: Comment) -> str:
    """The entry that it answers, if that one's words are public too."""
    above = comment.parent
    return name_of(above.pk) if above and above.status == CommentStatus.PUBLISHED else ""
