"""The WSGI application that the web server runs: what is kept for readers, then Django."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

django = get_wsgi_application()

from operations.page_cache.front import PageCache  # noqa: E402  (it needs models)

application = PageCache(django)
