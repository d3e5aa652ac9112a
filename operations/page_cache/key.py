"""Under which name an answer is kept: what was asked for, and nothing about who asked."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

# What views of readers look for in an address. Nothing else in a query reaches them, so that nobody
# can have a page made again and again by asking for it with one more number behind it.
KNOWN = frozenset(
    {
        *("comments", "conversation", "order"),  # comments.threads.place
        *("after", "before", "page"),  # blog.listing, comments.views.transparency
        *("q", "topic", "campaign", "author", "series", "year"),  # blog.searching
        *("limit", "language", "when"),  # the API
        *("parent", "receipt", "asked"),  # forms, which are never kept
    }
)
# Nothing below these is kept: their pages are the staff's, and read their addresses as they like;
# and who asks whether this process lives (operations/health) must not have to wait for a database.
NOBODYS = ("/admin/", "/_util/", "/documents/", "/static/", "/media/", "/healthz", "/readyz")
LONGEST = 2_000  # characters of a path or a query; longer ones are made each time
LONGEST_HOST = 300  # a name and a port

Environ = Mapping[str, object]  # of WSGI
Key = tuple[str, str, str, str]


def key_of(environ: Environ) -> Key | None:
    """Scheme, host, path and known query of a reader's request; None for anybody else's.

    A request that says below which path the newsroom lies would put that into everybody's links.
    """
    is_reading = environ["REQUEST_METHOD"] in ("GET", "HEAD")
    if not is_reading or "HTTP_AUTHORIZATION" in environ or environ.get("SCRIPT_NAME"):
        return None
    path, query = str(environ["PATH_INFO"]), str(environ.get("QUERY_STRING", ""))
    known = known_part(query) if query else ""
    if path.startswith(NOBODYS) or len(path) > LONGEST or len(known) > LONGEST:
        return None
    if settings.SESSION_COOKIE_NAME in str(environ.get("HTTP_COOKIE", "")):
        return None
    scheme, host = str(environ["wsgi.url_scheme"]), str(environ.get("HTTP_HOST", ""))
    return (scheme, host, path, known) if len(host) <= LONGEST_HOST else None


def known_part(query: str) -> str:
    """The part of a query that views look at, in one order."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=len(KNOWN) * 2)
    except ValueError:  # more fields than any address of ours has
        return ""
    known = {name: value for name, value in pairs if name in KNOWN}  # the last one, as in Django
    return urlencode(sorted(known.items()))
