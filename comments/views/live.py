"""How many comments a page has by now, for the script that tells waiting readers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from comments import threads
from comments.views.answering import page_or_404


@require_safe
def count(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET comments:count: {"count": n}, the same for everybody; 404 as for the page's form."""
    page = page_or_404(request, page_id)
    return JsonResponse({"count": threads.count_for(page.pk)})
