"""Hangs answers below what they answer, no deeper than a page indents."""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping

from comments import conf
from comments.threads.entry import Entry


def hang(entries: Collection[Entry], *, elsewhere: Mapping[int, Entry]) -> list[Entry]:
    """Place each entry below the one that it answers; returns those at the top.

    An answer whose parent is on another page (`elsewhere`, by number) hangs below the first
    comment of its conversation, which must be here.
    """
    here = {entry.comment.pk for entry in entries}
    below: dict[int | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        above = entry.comment.parent_id
        if above is not None and above not in here:
            entry.answers, entry.is_answer_elsewhere = elsewhere[above], True
            above = entry.comment.root_id
        below[above].append(entry)
    _hang_below(below)
    for entry in entries:
        # What was flattened came in by its depth.
        entry.replies.sort(key=lambda reply: reply.comment.created_at)
    return below[None]


def _hang_below(below: Mapping[int | None, list[Entry]]) -> None:
    # A queue, not a recursion: a chain of replies may be longer than Python's stack.
    shelves = deque((entry, entry, 0) for entry in below[None])
    while shelves:
        entry, shelf, depth = shelves.popleft()
        is_deep = depth >= conf.MAX_INDENT
        for reply in below.get(entry.comment.pk, ()):
            if is_deep:
                reply.answers = entry
            (shelf if is_deep else entry).replies.append(reply)
            shelves.append((reply, shelf if is_deep else entry, depth + 1))
