"""Hands out the style sheet of a newsroom's own look."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.models import NewsroomSettings
from home.theme.sheet import digest_of, sheet_of

FOR_EVER = "public, max-age=31536000, immutable"
A_MINUTE = "public, max-age=60"


@require_safe
def theme(request: HttpRequest, digest: str) -> HttpResponse:
    """GET theme: the sheet as it is now; kept for ever only under the address of its content.

    A page that some cache kept names the sheet of yesterday, and gets that of today.
    """
    sheet = sheet_of(NewsroomSettings.for_request(request))
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER if digest == digest_of(sheet) else A_MINUTE
    return response
