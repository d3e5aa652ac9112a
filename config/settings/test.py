"""Tests: production's shape without its files; fast hashing, nothing on disk."""

from config import environment
from config.settings.base import *  # noqa: F403  (settings modules inherit by import)
from config.settings.base import CACHES, REDIS_URL

DEBUG = False
SECRET_KEY = "for tests only"  # noqa: S105  (public on purpose)
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HAS_MAIL = True
DEFAULT_FROM_EMAIL = "newsroom@testserver"
RECAPTCHA_PUBLIC_KEY = RECAPTCHA_PRIVATE_KEY = ""
RECAPTCHA_VERSION = 2
RECAPTCHA_REQUIRED_SCORE = 0.5
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_S3_BUCKET = MEDIA_S3_PUBLIC_URL = ""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Tests count queries, and who reads is counted now and then (operations/page_views).
COUNTS_PAGE_VIEWS = False

# Tests count queries; those of the page cache turn it on.
PAGE_CACHE_BYTES = 0

SHOWS_PATTERNS = True

WHITENOISE_AUTOREFRESH = True  # no folder of collected files is needed

# Whatever the developer's own data folder and shell say.
LANGUAGE_CODE = "en"
TIME_ZONE = "America/New_York"

LOGGING_CONFIG = None  # pytest captures what is logged

# Each of pytest's processes has a Redis database of its own, so that one's clear() is no other's.
# A process that a test starts gets the address with the number in it.
process = environment.text("PYTEST_XDIST_WORKER")
if REDIS_URL and process and "?db=" not in REDIS_URL:
    REDIS_URL += f"?db={process.removeprefix('gw')}"
    CACHES["default"]["LOCATION"] = REDIS_URL
