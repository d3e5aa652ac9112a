"""Files of the media folder over HTTP, where no web server in front hands them out.

Documents lie there too, and may be private: they have an address of their own, which asks who may
read them. So no spelling of a path leads to them here.
"""

import posixpath

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

DOCUMENTS = "documents"


def hand_out(request: HttpRequest, path: str, *, document_root: str) -> HttpResponseBase:
    """GET media: a file below the folder; 404 for documents, however their path is written.

    Django follows `//`, `./` and `a/../`; and some discs tell no capitals from small letters.
    """
    plain = posixpath.normpath(f"/{path}").lstrip("/")
    if plain.partition("/")[0].casefold() == DOCUMENTS:
        raise Http404
    return serve(request, plain, document_root=document_root)
