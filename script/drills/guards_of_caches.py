"""The guards of what is kept for all readers: nothing that is gone, forged, or one reader's own."""

from guard import Guard

BEHIND_NGINX = "tests/abuse/test_behind_nginx.py"
REMOVALS = "tests/concurrency/test_removals.py"
NGINX, CACHE = "operations/nginx/nginx.conf", "operations/page_cache"

GUARDS = (
    Guard("21-number-of-changes", f"{CACHE}/kept.py",
          "self.number == number and now", "now", f"{BEHIND_NGINX} {REMOVALS}"),
    Guard("21-end-of-the-second", f"{CACHE}/beside.py",
          " if is_shared else headers", " if False else headers", BEHIND_NGINX),
    Guard("21-words-for-nginx", f"{CACHE}/front.py",
          "start_response = beside.for_nginx(start_response)", "pass", BEHIND_NGINX),
    Guard("22-unknown-keys", NGINX, "            set $args $known_args;\n", "", BEHIND_NGINX),
    Guard("22-forwarded-host", "config/settings/base.py",
          'X_FRAME_OPTIONS = "SAMEORIGIN"', "USE_X_FORWARDED_HOST = True", BEHIND_NGINX),
    Guard("24-session-before-nginx", NGINX, "(?!.*sessionid)", "", BEHIND_NGINX),
    Guard("24-session-before-django", f"{CACHE}/key.py",
          'if settings.SESSION_COOKIE_NAME in str(environ.get("HTTP_COOKIE", "")):',
          "if False:", BEHIND_NGINX),
)  # fmt: skip
