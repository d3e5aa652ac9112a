"""What moderators tell each other about a comment. Readers, its author among them, never see it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from accounts.models import User
from comments.models import Comment, ModeratorNote


def add(comment: Comment, words: str, *, author: User) -> ModeratorNote:
    """Put a note beside a comment. Raises `ValueError` for one without words."""
    if not words.strip():
        raise ValueError("a note without words")
    return ModeratorNote.objects.create(comment=comment, words=words.strip(), author=author)


def of(comment_ids: Collection[int]) -> Mapping[int, Sequence[ModeratorNote]]:
    """The notes on each of the comments that has some, the oldest first; one query, or none."""
    if not comment_ids:
        return {}
    found: defaultdict[int, list[ModeratorNote]] = defaultdict(list)
    wanted = ModeratorNote.objects.filter(comment_id__in=comment_ids)
    for note in wanted.select_related("author").order_by("pk"):
        found[note.comment_id].append(note)
    return dict(found)
