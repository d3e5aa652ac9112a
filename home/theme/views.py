"""Hands out the style sheet of a newsroom's own look, and its picture for link previews."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.models import NewsroomSettings
from home.theme import card
from home.theme.sheet import digest_of, sheet_of

FOR_EVER = "public, max-age=31536000, immutable"
A_MINUTE = "public, max-age=60"


@require_safe
def theme(request: HttpRequest, digest: str) -> HttpResponse:
    """GET theme: the sheet as it is now; kept for ever only under the address of its content.

    A page that some cache kept names the sheet of yesterday, and gets that of today.
    """
    _site_of(request)
    sheet = sheet_of(NewsroomSettings.for_request(request))
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER if digest == digest_of(sheet) else A_MINUTE
    return response


@require_safe
def social_card(request: HttpRequest, digest: str) -> HttpResponse:
    """GET social_card: the newsroom's name as a picture; 404 where its letters cannot print it."""
    name = _site_of(request).root_page.title
    if not card.has_card(name):
        raise Http404
    spot = NewsroomSettings.for_request(request).spot_colour
    response = HttpResponse(card.card(name, spot), content_type="image/jpeg")
    response["Cache-Control"] = FOR_EVER if digest == card.digest_of(name, spot) else A_MINUTE
    return response


def _site_of(request: HttpRequest) -> Site:
    site: Site | None = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
