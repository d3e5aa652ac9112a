"""An event's calendar file."""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blog.events.calendar import CONTENT_TYPE, Listed, to_ics
from blog.events.reading import events_in
from blog.models import PostEvent


@require_safe
def download(request: HttpRequest, block_id: UUID) -> HttpResponseBase:
    """GET blog:ics: one event of a page that everybody may read, the same bytes for everybody.

    A translation of the page holds the same block: the one in the language of the address goes.
    """
    listed = _find(block_id)
    content = to_ics([listed], host=settings.SITE_URL.hostname or "")
    answer = HttpResponse(content, content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{block_id}.ics"'
    answer["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer


def _find(block_id: UUID) -> Listed:
    """The event with its page; 404 unless everybody may read one that tells of it."""
    public = Page.objects.live().public().select_related("locale")
    pages = list(public.filter(pk__in=PostEvent.objects.filter(block_id=block_id).values("page")))
    pages.sort(key=lambda page: (page.locale.language_code != get_language(), page.pk))
    for page in pages:
        for event in events_in(page.specific.body):
            if event.block_id == block_id:
                # A page made by hand, as in tests, was never published: then as old as the event.
                changed_at = page.last_published_at or event.starts
                return Listed(event, page.full_url or "", changed_at)
    raise Http404
