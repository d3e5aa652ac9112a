"""Development: DEBUG pages and a fixed key; never for a machine that others can reach."""

from config.settings.base import *  # noqa: F403  (settings modules inherit by import)

DEBUG = True
SHOWS_PATTERNS = True
SECRET_KEY = "for development only, never for a real newsroom"  # noqa: S105  (public on purpose)
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
PAGE_CACHE_BYTES = 0  # templates and style sheets change without anybody telling
MEDIA_S3_BUCKET = MEDIA_S3_PUBLIC_URL = ""
HAS_MAIL = False  # mails of the outbox are for no console
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
