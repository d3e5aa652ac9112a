"""Production: what script/server runs. Safe by default; the environment changes it."""

from config import environment, media
from config.settings.base import *  # noqa: F403  (settings modules inherit by import)
from config.settings.base import DATA_DIR, LANGUAGE_CODE, MEDIA_S3_BUCKET, SITE_URL, TIME_ZONE

DEBUG = False
SECRET_KEY = environment.secret_key(DATA_DIR)
environment.remember(DATA_DIR, language=LANGUAGE_CODE, time_zone=TIME_ZONE)

IS_HTTPS = SITE_URL.scheme == "https"
LOOPBACK_HOSTS = ["127.0.0.1", "localhost"]

# A probe on the machine itself may always ask; the world only under the newsroom's own name.
ALLOWED_HOSTS = sorted({str(SITE_URL.hostname), *LOOPBACK_HOSTS})
CSRF_TRUSTED_ORIGINS = [f"{SITE_URL.scheme}://{SITE_URL.netloc}"]
WAGTAILADMIN_BASE_URL = SITE_URL.geturl().rstrip("/")

SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_SECURE = IS_HTTPS
if IS_HTTPS:  # a browser takes such a cookie from this very host only, never from its neighbours
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"

STORAGES = {
    "default": media.storage(
        MEDIA_S3_BUCKET,
        endpoint=environment.text("AWS_S3_ENDPOINT_URL"),
        region=environment.text("AWS_S3_REGION_NAME"),
    ),
    "staticfiles": {"BACKEND": "operations.style_sheets.OneSheetStorage"},
}

globals().update(environment.email())
