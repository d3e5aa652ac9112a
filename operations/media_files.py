"""Files of the media folder, or of its bucket, over HTTP, where no web server hands them out.

Documents lie there too, and may be private: they have an address of their own, which asks who may
read them. So no spelling of a path leads to them here.
"""

import posixpath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.static import serve

DOCUMENTS = "documents"
PICTURES = ("images", "original_images")


def hand_out(request: HttpRequest, path: str, *, document_root: str) -> HttpResponseBase:
    """GET media: a file below the folder; 404 for documents, however their path is written.

    Django follows `//`, `./` and `a/../`; and some discs tell no capitals from small letters.
    """
    plain = posixpath.normpath(f"/{path}").lstrip("/")
    if plain.partition("/")[0].casefold() == DOCUMENTS:
        raise Http404
    if settings.MEDIA_S3_BUCKET:
        return _from_bucket(request, plain)
    return serve(request, plain, document_root=document_root)


def _from_bucket(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture; 304 for whoever has it already. Nothing else of the bucket is anybody's."""
    if not name.startswith(tuple(f"{folder}/" for folder in PICTURES)):
        raise Http404
    try:
        stored_at = default_storage.get_modified_time(name).timestamp()
        unchanged = get_conditional_response(request, last_modified=int(stored_at))
        answer = unchanged or FileResponse(default_storage.open(name))
    except FileNotFoundError as problem:
        raise Http404 from problem
    answer["Last-Modified"] = http_date(stored_at)
    return answer
