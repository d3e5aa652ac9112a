"""bleach, the first sanitiser, with our filters behind it."""

import re
import threading
from functools import partial

from bleach.sanitizer import Cleaner

from comments.rendering.characters import tidied_text
from comments.rendering.links import checked_links
from comments.rendering.paragraphs import paragraphed
from comments.rendering.policy import READABLE_TAGS, SCHEMES
from comments.rendering.second_wall import keeps_link

# bleach's own check lets "javascript:123" and "localhost:8000" pass as host and port.
_ABSOLUTE = re.compile(r"\s*(?:https?://|mailto:)\S", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,9}", re.ASCII)

_thread = threading.local()


def first_clean(html: str) -> str:
    """`html` as bleach and our filters leave it: policy elements and absolute links only.

    One Cleaner per thread. Its parser has state: a shared one mixes the comments of concurrent
    calls (2,709 of 6,000 wrong; docs/decisions/0003-comment-rendering.md).
    """
    if not hasattr(_thread, "cleaner"):
        _thread.cleaner = _make_cleaner()
    return str(_thread.cleaner.clean(html))


def _make_cleaner() -> Cleaner:
    return Cleaner(
        tags=READABLE_TAGS,
        attributes={"a": _is_absolute_href, "ol": _is_list_number},
        protocols=SCHEMES,
        strip=True,
        strip_comments=True,
        # Never LinkifyFilter: it makes links outside `protocols` and takes quadratic time.
        filters=[tidied_text, paragraphed, partial(checked_links, is_kept=keeps_link)],
    )


def _is_absolute_href(_tag: str, name: str, value: str) -> bool:
    return name == "href" and bool(_ABSOLUTE.match(value))


def _is_list_number(_tag: str, name: str, value: str) -> bool:
    return name == "start" and bool(_LIST_NUMBER.fullmatch(value))
