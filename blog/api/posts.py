"""Posts that everybody may read, the newest first."""

from collections.abc import Iterable
from http import HTTPStatus

from django.http import Http404, HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError
from pydantic import Field

from blog.api.shapes import CorrectionShape, PostShape, WholePost
from blog.api.writing import html_of, linked, named
from blog.keyset import Mark, Way
from blog.models import CampaignPage, PostAuthor, PostPage
from blog.models.posts import PostQuerySet
from blog.shelves import narrow
from comments import threads
from operations import api

SLUG = r"^[\w-]{0,120}$"
LANGUAGE = r"^[a-z-]{0,10}$"
NO_SUCH_PLACE = "`after` names no place in this list."

router = Router(tags=["posts"])


class PostsAsked(api.Asked):
    """Which posts are asked for."""

    language: str = Field("", pattern=LANGUAGE, description="As in `en`; empty for all.")
    topic: str = Field("", pattern=SLUG, description="The slug of a topic.")
    author: str = Field("", pattern=SLUG, description="The slug of an author.")
    campaign: int | None = Field(None, ge=1, le=api.LARGEST, description="A campaign's number.")


@router.get("/", response=api.Listed[PostShape], operation_id="posts", summary="Posts")
def listed(request: HttpRequest, asked: Query[PostsAsked]) -> api.Listed[PostShape]:
    """Posts by their date line, the newest first."""
    posts = _narrowed(_public(request, language=asked.language), asked)
    found = _from(posts, asked.after)[: asked.limit + 1]
    rows, onward = api.turn(
        request, list(_joined(found)), limit=asked.limit, mark=lambda post: str(Mark.of(post))
    )
    return api.Listed(items=list(_shapes(request, rows)), next=onward)


@router.get("/{number}", response=WholePost, operation_id="post", summary="A post")
def one(request: HttpRequest, number: api.Number) -> WholePost:
    """One post with its text and its corrections."""
    found = _joined(_public(request).filter(pk=number)).prefetch_related("corrections").first()
    if found is None:
        raise Http404
    [shape] = _shapes(request, [found])
    corrections = [
        CorrectionShape(corrected_at=each.corrected_at, text=each.text)
        for each in found.corrections.all()
    ]
    html = html_of(request, found, "blog/feeds/body.html")
    return WholePost(**shape.dict(), html=html, corrections=corrections)


def _public(request: HttpRequest, *, language: str = "") -> PostQuerySet:
    here = api.Editions.of(request, language=language).below()
    posts: PostQuerySet = PostPage.objects.live().public().filter(here)
    return posts


def _narrowed(posts: PostQuerySet, asked: PostsAsked) -> PostQuerySet:
    if asked.topic:
        filed = PostPage.topics.through.objects.filter(topic__slug=asked.topic)
        posts = narrow(posts, filed, post="postpage_id")
    if asked.author:
        signed = PostAuthor.objects.filter(author__slug=asked.author)
        posts = narrow(posts, signed, post="post_id")
    if asked.campaign:
        public = CampaignPage.objects.live().public().filter(pk=asked.campaign)
        filed = PostPage.campaigns.through.objects.filter(campaignpage__in=public)
        posts = narrow(posts, filed, post="postpage_id")
    return posts


def _from(posts: PostQuerySet, after: str) -> PostQuerySet:
    if not after:
        return posts.newest_first()
    mark = Mark.read(after)
    if mark is None:
        raise HttpError(HTTPStatus.UNPROCESSABLE_ENTITY, NO_SUCH_PLACE)
    return Way().after(posts, mark)


def _joined(posts: PostQuerySet) -> PostQuerySet:
    joined: PostQuerySet = (
        posts.select_related("locale", "series").with_bylines().prefetch_related("topics")
    )
    return joined


def _shapes(request: HttpRequest, posts: Iterable[PostPage]) -> Iterable[PostShape]:
    """The posts, in as many queries for a hundred as for one."""
    posts = list(posts)
    counts = threads.counts_for(posts)
    campaigns = _campaigns(posts)
    for post in posts:
        series = post.series
        yield PostShape(
            id=post.pk,
            url=post.get_full_url(request),
            language=post.locale.language_code,
            translation_key=post.translation_key,
            title=None if post.has_generated_title else post.title,
            summary=post.summary,
            posted_at=post.posted_at,
            updated_at=post.last_published_at,
            is_pinned=post.is_pinned,
            authors=[named(author) for author in post.authors],
            topics=[named(topic) for topic in post.topics.all()],
            campaigns=[linked(request, each) for each in campaigns.get(post.pk, ())],
            series=named(series) if series else None,
            comments=counts.get(post.pk, 0),
        )


def _campaigns(posts: list[PostPage]) -> dict[int, list[CampaignPage]]:
    """The campaigns of each post that everybody may read."""
    rows = PostPage.campaigns.through.objects.filter(postpage_id__in=[post.pk for post in posts])
    pairs = list(rows.values_list("postpage_id", "campaignpage_id").order_by("pk"))
    public = CampaignPage.objects.live().public().select_related("locale")
    found = public.in_bulk({campaign for _post, campaign in pairs})
    filed: dict[int, list[CampaignPage]] = {}
    for post, campaign in pairs:
        if campaign in found:
            filed.setdefault(post, []).append(found[campaign])
    return filed
