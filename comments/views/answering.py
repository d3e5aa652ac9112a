"""How every address of the reader's side answers: uncached, in the language of the page."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from wagtail.models import Page, Site

from comments import guards, threads
from comments.models import Comment, CommentSettings
from operations import page_cache

View = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """After a post: look there, with GET."""

    status_code = 303


def never_stored(view: View) -> View:
    """Keep the answer out of every cache and every search engine."""

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: int | str) -> HttpResponse:
        response = view(request, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


def private(view: View) -> View:
    """Let no other page learn the address of this one, not even ours: it holds a secret.

    Not for pages with a form: what they send would not say where it comes from.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: int | str) -> HttpResponse:
        response = view(request, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        return response

    return wrapper


def page_or_404(request: HttpRequest, page_id: int) -> Page:
    """The page that anybody may read and comment on; 404 for all others alike."""
    site = page_cache.while_unchanged(
        ("site", request.get_host()), lambda: Site.find_for_request(request)
    )
    page = guards.commentable_page(page_id, site=site)
    if page is None:
        raise Http404
    return page


def origin(request: HttpRequest) -> guards.Origin:
    """Where a post came from, as far as its headers prove it."""
    return guards.judge_origin(
        request.headers, own_origin=f"{request.scheme}://{request.get_host()}"
    )


def speak(
    request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Render in the language of the moment, and say which it is."""
    response = render(request, template, context, status=status)
    response["Content-Language"] = translation.get_language()
    return response


def say_when(response: HttpResponse, refusal: guards.Refusal) -> HttpResponse:
    """Tell a program, too, after how many seconds the same will be taken."""
    if refusal.retry_after_seconds:
        response["Retry-After"] = str(refusal.retry_after_seconds)
    return response


def comment_url(request: HttpRequest, comment: Comment, page: Page) -> str:
    """Where the comment stands on its page, however long the thread is."""
    place = threads.place_of(comment, order=CommentSettings.for_site(page.get_site()).order)
    return f"{page.get_url(request)}{place.query}#comment-{comment.pk}"
