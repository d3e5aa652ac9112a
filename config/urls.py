"""Addresses: the admin, reader comments, the report on them, files, and Wagtail's pages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from comments.urls import transparency_files, transparency_pages
from operations.media_files import hand_out

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("comments/", include("comments.urls")),
    path("", include((transparency_files, "transparency_files"))),
    # A web server in front takes this over (docs/install.md); small newsrooms need none.
    path("media/<path:path>", hand_out, {"document_root": settings.MEDIA_ROOT}),
    *i18n_patterns(
        path("", include((transparency_pages, "transparency"))),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
