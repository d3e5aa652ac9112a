"""What programs are told of a thread, in the words of schema.org (https://schema.org/Comment)."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.utils import timezone

from comments import rendering
from comments.threads.entry import Entry
from comments.threads.reading import VisibleThread

Thing = dict[str, Any]  # Any: what JSON holds

TOLD = 20
"""Comments of a page that are told; their words stand in the page already, and cost it twice."""


def told(thread: VisibleThread, *, url: str) -> Thing:
    """How many comments a page has, and the first of those shown whose words are public.

    `url` is the page's whole address. Empty for a thread without comments.
    """
    if not thread.count:
        return {}
    public = islice(_public(thread.entries), TOLD)
    return {
        "@context": "https://schema.org",
        "@id": f"{url}#article",
        "@type": "CreativeWork",
        "commentCount": thread.count,
        "comment": [_comment(entry, f"{url}{thread.place.query}") for entry in public],
    }


def _public(entries: Sequence[Entry]) -> Iterator[Entry]:
    # A stack, not a recursion: answers hang below answers.
    waiting = list(reversed(entries))
    while waiting:
        entry = waiting.pop()
        if entry.is_public:
            yield entry
        waiting += reversed(entry.replies)


def _comment(entry: Entry, url: str) -> Thing:
    comment = entry.comment
    pairs = {
        "@type": "Comment",
        "@id": f"{url}#comment-{comment.pk}",
        "url": f"{url}#comment-{comment.pk}",
        "text": rendering.words_only(entry.body),
        "author": {"@type": "Person", "name": entry.name},
        "datePublished": timezone.localtime(comment.created_at).replace(microsecond=0).isoformat(),
        "inLanguage": entry.language,
    }
    return {name: value for name, value in pairs.items() if value}
