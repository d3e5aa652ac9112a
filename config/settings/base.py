"""Settings that every environment shares. What differs is in dev, test and production."""

import os
import zoneinfo
from pathlib import Path

from csp.constants import NONE, SELF

from config import environment, logs, media

# One thread of arithmetic in each process: more take longer beside others on a small machine, and
# add up in another order, which would make other bytes of the same seed (comments/learning).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = environment.data_dir(BASE_DIR / "data")

# Where `manage.py serve` listens, and what the newsroom calls itself.
BIND = environment.text("BIND", "127.0.0.1")
PORT = environment.number("PORT", 8000)
SITE_URL = environment.site_url(f"http://127.0.0.1:{PORT}")
WEB_PROCESSES = environment.number("WEB_PROCESSES", 2, largest=64)
WEB_THREADS = environment.number("WEB_THREADS", 4, largest=64)
TRUSTED_PROXIES = environment.trusted_proxies()
API_ORIGINS = environment.api_origins()  # of pages elsewhere that may read the API

# Rooms in the order in which they may import each other (docs/architecture.md), then libraries.
INSTALLED_APPS = [
    "home",
    "importers",
    "blog",
    "comments",
    "operations",
    "accounts",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "operations.compression.TextGZipMiddleware",
    "operations.page_cache.keeping.KeepPageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "operations.middleware.CacheControlMiddleware",
    "config.csp.NewsroomCSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "operations.middleware.PathLanguageMiddleware",
    "operations.middleware.StorableAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = environment.text("REDIS_URL")  # counts limits, and is the cache
CACHES = {"default": environment.cache()}
PAGE_CACHE_BYTES = 24 * 1024 * 1024  # of answers for readers, in the memory of each web process
# What no page of readers is made of, nor any other value that is kept until something changes: a
# write to any other table makes all of it stale. What readers see of comments `comments.effects`
# counts, for most of what is sent waits unseen.
UNSEEN_TABLES = [
    *("operations", "importers", "sessions", "django_tasks_database", "otp_totp", "otp_static"),
    *("wagtailadmin", "wagtailsearch", "blog.DraftLink", "blog.Subscriber", "blog.NewsToSend"),
    *("blog.NewsRendition", "home.SentForm", "wagtailcore.Revision", "wagtailcore.ReferenceIndex"),
    *("wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry", "wagtailcore.UploadedFile"),
    *("wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.PageSubscription"),
    *("wagtailcore.WorkflowState", "wagtailcore.TaskState", "wagtailusers.UserProfile"),
    *("comments.Cluster", "comments.ClusterBand", "comments.Writer", "comments.Comment"),
    *("comments.DeskEvent", "comments.ModerationEvent", "comments.Appeal", "comments.Block"),
    *("comments.BulkJob", "comments.BulkItem", "comments.Claim", "comments.SavedFilter"),
    *("comments.DeskPreference", "comments.SectionModerator", "comments.Explanation"),
    *("comments.IrreversibleAct", "comments.ModeratorNote", "comments.Subscription"),
    *("comments.ModeratorNotices", "comments.Notice", "comments.Report", "comments.SenderKey"),
    *("comments.SpamFilterChange", "comments.LinkedHost", "comments.SpamCheck"),
    *("comments.LabelDue", "comments.Thread", "comments.CommentVersion"),
]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Without a mail server nobody is asked for an address, and the outbox keeps still.
HAS_MAIL = environment.has_mail()
DEFAULT_FROM_EMAIL = environment.mail_sender(SITE_URL)
# A captcha is offered once both keys are there (comments/captcha.py); the names are those of
# django-recaptcha. No socket waits for it longer than this.
RECAPTCHA_PUBLIC_KEY, RECAPTCHA_PRIVATE_KEY = environment.recaptcha_keys()
RECAPTCHA_VERSION = environment.recaptcha_version()
RECAPTCHA_REQUIRED_SCORE = environment.share("RECAPTCHA_REQUIRED_SCORE", 0.5)
RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 3  # seconds
# What the worker does by the clock: a function without arguments, and every how many seconds.
CLOCK_JOBS = [
    ("comments.tasks.tell_languages", 10),
    ("comments.moderation.jobs.carry_on", 1),
    ("comments.moderation.jobs.forget_old", 3600),
    ("comments.learning.due.settle_due", 10),
    ("comments.search.erase_leftovers", 60),
    ("comments.tasks.learn_from_decisions", 60),
    ("operations.leases.return_lost_tasks", 10),
    ("operations.retries.retry_failed_tasks", 10),
    ("operations.error_mail.posting.post_noted", 10),
    ("operations.clock.publish_scheduled", 10),
    ("operations.clock.prune_task_results", 24 * 3600),
    ("operations.day_keys.destroy_past", 600),
    ("operations.journal.empty", 60),
    ("operations.limits.in_database.forget_expired", 600),
    ("comments.blocks.forget_past", 600),
    ("comments.reports.forget_reporters", 600),
    ("comments.claims.forget_past", 3600),
    ("comments.clusters.forget_old", 3600),
    ("comments.irreversible.carry_out_due", 60),
    ("comments.irreversible.forget_exports", 3600),
    ("operations.outbox.forget_old", 3600),
    ("comments.notifications.dispatch_due", 10),
    ("comments.notifications.send_digests", 600),
    ("comments.notifications.forget_old", 3600),
    ("blog.drafts.links.forget_past", 24 * 3600),
    ("blog.newsletter.sending.send_due", 10),
    ("blog.newsletter.keeping.forget_old", 3600),
    ("comments.seals.seal", 60),
    ("comments.transparency.count_due", 60),
    ("blog.searching.keeping.catch_up", 60),
    ("home.forms.forgetting.forget_old", 3600),
]
# What `manage.py doctor` looks at, and what /metrics counts: each names a tuple of functions.
DOCTOR_CHECKS = [
    "operations.doctor.database.CHECKS",
    "operations.doctor.folder.CHECKS",
    "operations.doctor.bucket.CHECKS",
    "operations.doctor.address.CHECKS",
    "operations.doctor.safety.CHECKS",
    "operations.doctor.background.CHECKS",
    "operations.doctor.mail.CHECKS",
    "operations.doctor.surroundings.CHECKS",
]
METRICS = ["operations.metrics.gauges.GAUGES", "comments.metrics.GAUGES"]
METRICS_TOKEN = environment.text("METRICS_TOKEN")  # without one there is no /metrics
BACKUP_DIR = environment.folder("BACKUP_DIR", DATA_DIR / "backups")

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("es", "Español")]
LANGUAGE_CODE = environment.language(DATA_DIR, [code for code, _name in LANGUAGES])
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Both win over the catalogues of apps: what we say, then what Wagtail lacks.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = environment.time_zone(DATA_DIR)
# For the account page: no zones of the machine, which browsers do not know.
WAGTAIL_USER_TIME_ZONES = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
USE_TZ = True
WAGTAIL_I18N_ENABLED = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_S3_BUCKET = environment.text("MEDIA_S3_BUCKET")  # instead of the folder (production)
MEDIA_S3_PUBLIC_URL = media.public_url(environment.text("MEDIA_S3_PUBLIC_URL"))

# An address typed without a scheme is taken for https, as Django 6 will; until then it warns.
FORMS_URLFIELD_ASSUME_HTTPS = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor needs more than Django's 1,000

SHOWS_PATTERNS = False  # every component in every state, for developers
COUNTS_PAGE_VIEWS = True  # unless the owner turns it off in the newsroom's settings

WAGTAIL_SITE_NAME = "Broadside"
WAGTAILIMAGES_IMAGE_MODEL = "blog.NewsImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "blog.image_form.NewsImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "blog.NewsDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 100 * 1024 * 1024  # bytes
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# No provider is asked about an address: blog/embeds.py knows the players by itself.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
# Gravatar would tell a third party who works here; the update banner would tell which version runs.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# Wrong codes are counted where passwords are (operations/signing_in); django-otp's own lock-out
# grows for ever, and would keep an account's owner out for days.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail previews a page in a frame of its own origin
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # the check knows no reason for such frames
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# A probe on the machine itself comes past the web server in front, by plain HTTP.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$", "^metrics$"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *media.origins(MEDIA_S3_PUBLIC_URL)],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        # Players are loaded only after a click (blog/embeds.py lists the same hosts).
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
    }
}

# Who hears of errors besides the log: nobody, unless they are named.
ERROR_MAIL_TO = logs.addresses(environment.text("ERROR_MAIL_TO"))
SENTRY_DSN = logs.dsn(environment.text("SENTRY_DSN"))
LOGGING = logs.configuration(
    environment.text("LOG_FORMAT", "lines"), mails_errors=bool(ERROR_MAIL_TO)
)
