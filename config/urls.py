"""Addresses: the admin, reader comments, the report on them, files, and Wagtail's pages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from blog import urls as blog_urls
from comments.urls import feed_pages, transparency_files, transparency_pages
from config import api
from home import sitemaps
from home.robots import robots
from home.theme.views import social_card, theme
from operations.media_files import hand_out

urlpatterns = [
    path("admin/", include("operations.signing_in.urls")),
    path("admin/", include(blog_urls.admin)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("comments/", include("comments.urls")),
    path("", include((transparency_files, "transparency_files"))),
    path("", include((blog_urls.files, "blog_files"))),
    path("api/v1/", api.urls),
    path("", include("operations.health.urls")),
    path("robots.txt", robots, name="robots"),
    path("theme-<slug:digest>.css", theme, name="theme"),
    path("card-<slug:digest>.jpg", social_card, name="social_card"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("patterns/", include("home.patterns.urls")),
    # A web server in front takes this over (docs/install.md); small newsrooms need none.
    path("media/<path:path>", hand_out, {"document_root": settings.MEDIA_ROOT}),
    *i18n_patterns(
        path("", include((transparency_pages, "transparency"))),
        path("", include((blog_urls.pages, "blog"))),
        path("", include("home.forms.urls")),
        path("", include("blog.feeds.urls")),
        path("", include((feed_pages, "comments_feeds"))),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler500 = "operations.broken_pages.broken"
