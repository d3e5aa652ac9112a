"""The page of a search over HTTP."""

from dataclasses import dataclass, replace

from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from blog.models.posts import PostPage
from blog.searching import facets, nearly
from blog.searching.excerpt import LOOKED_AT_CHARACTERS, Piece, excerpt, marked
from blog.searching.finding import Hits, find
from blog.searching.query import LAST_PAGE, RESULTS_PER_PAGE, Query


@dataclass(frozen=True)
class Result:
    """A post with its hits marked."""

    post: PostPage
    title: list[Piece]
    excerpt: list[Piece]


@dataclass(frozen=True)
class Found:
    """What a search found; `meant` are the words looked for instead, if those typed are nowhere."""

    query: Query
    results: list[Result]
    groups: list[facets.Group]
    number: int
    is_cut: bool
    meant: str
    back: str
    on: str


def search(index: Page, request: HttpRequest) -> HttpResponse:
    """GET search/ below an index: the form, and what it found."""
    query = Query.read(request.GET)
    context = {
        "page": index,
        "self": index,
        "query": query,
        "found": _found(query, index) if query.asks else None,
        "route": "search/",
    }
    return TemplateResponse(request, "blog/search_page.html", context)


def _found(query: Query, index: Page) -> Found:
    hits, meant = find(query, index_id=index.pk), None
    if not hits.all and (meant := nearly.corrected(query)):
        hits = find(meant, index_id=index.pk)
    looked_for = meant if meant and hits.all else query
    return Found(
        query=looked_for,
        results=_results(hits, looked_for.words),
        groups=facets.groups(looked_for, hits, index_id=index.pk),
        number=len(hits.all),
        is_cut=hits.is_cut,
        meant=looked_for.typed if looked_for is meant else "",
        back=_turned(looked_for, -1, hits),
        on=_turned(looked_for, 1, hits),
    )


def _results(hits: Hits, words: list[str]) -> list[Result]:
    """In the order of the hits; what is no longer public since then is left out."""
    posts = PostPage.objects.live().public().defer("body")
    texts = posts.annotate(words=Left("post_words__text", LOOKED_AT_CHARACTERS))
    found = texts.in_bulk(hits.page)
    shown = [found[number] for number in hits.page if number in found]
    return [Result(post, marked(post.title, words), excerpt(post.words, words)) for post in shown]


def _turned(query: Query, by: int, hits: Hits) -> str:
    """The address of a neighbouring page; empty if there is none."""
    page = query.page + by
    last = LAST_PAGE if hits.is_cut else -(-len(hits.all) // RESULTS_PER_PAGE)
    return replace(query, page=page).url if 1 <= page <= last else ""
