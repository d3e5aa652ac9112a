"""The pages of the archives over HTTP."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from blog.archives import subjects
from blog.archives.addresses import AUTHOR, SERIES, TOPIC
from blog.archives.periods import Period
from blog.archives.tree import tree
from blog.listing import list_posts
from blog.models.posts import PostPage

Context = dict[str, Any]  # Any: what a template is given


def of_period(index: Page, request: HttpRequest, period: Period) -> HttpResponse:
    """The posts of a year or a month, the newest first; 404 without any."""
    posts = PostPage.objects.filter(
        posted_at__gte=period.begins_at, posted_at__lt=period.ends_at
    ).readable(below=index)
    context = {
        "heading": period.name,
        "listing": list_posts(posts, request),
        "tree": tree(index, period),
        "route": period.route,
    }
    return _answer(index, request, context)


def of_subject(index: Page, request: HttpRequest, *, kind: str, slug: str) -> HttpResponse:
    """The posts on a topic, by an author, or of a series from its beginning; 404 without any."""
    subject = subjects.find(index, kind=kind, slug=slug)
    if subject is None:
        raise Http404
    posts = subjects.posts_of(subject, PostPage.objects.all()).readable(below=index)
    context = {
        "heading": subject.row.name,
        "kind": _kind(kind),
        "subject": subject.row,
        "listing": list_posts(posts, request, is_oldest_first=kind == SERIES),
        "route": f"{kind}/{quote(slug)}/",
    }
    return _answer(index, request, context)


def overview(index: Page, request: HttpRequest) -> HttpResponse:
    """All ways into the posts: the years and months with their numbers."""
    context = {"heading": _("Archive"), "tree": tree(index, is_whole=True), "route": "archive/"}
    return TemplateResponse(request, "blog/archive_page.html", _frame(index) | context)


def _answer(index: Page, request: HttpRequest, context: Context) -> HttpResponse:
    if not context["listing"].teasers:
        raise Http404
    return TemplateResponse(request, "blog/archive_page.html", _frame(index) | context)


def _frame(index: Page) -> Context:
    return {"page": index, "self": index}


def _kind(kind: str) -> str:
    return {TOPIC: _("Topic"), AUTHOR: _("Author"), SERIES: _("Series")}[kind]
