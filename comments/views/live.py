"""How many comments a page has by now, for the script that tells waiting readers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from comments import conf, threads
from comments.views.answering import page_or_404


@require_safe
def count(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET comments:count: {"count": n}, the same for everybody; 404 as for the page's form."""
    page = page_or_404(request, page_id)
    response = JsonResponse({"count": threads.count_for(page.pk)})
    patch_cache_control(response, public=True, max_age=conf.COUNT_MAX_AGE_SECONDS)
    return response
