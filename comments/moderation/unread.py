"""What is published only by somebody who has read it, however many are decided on together."""

from collections.abc import Iterator, Mapping

from comments.models import Comment, CommentQuerySet
from comments.moderation.ruling import DecisionRefused
from comments.spam import Sign

# What is alike are most of the words. Under these signs something else is to be read before it
# shows: a telephone number below a petition, a name that could pass for somebody of the newsroom.
TO_BE_READ = frozenset(
    {
        Sign.PERSONAL_DATA,
        Sign.THREAT,
        Sign.STAFF_NAME,
        Sign.BLOCKED,
        Sign.CHECK_FAILED,
        Sign.RENDERING,
        Sign.HONEYPOT,
        Sign.BINNED_ALIKE,
    }
)
# So are these, unless the comment that the moderator has read has the very same: an advertisement
# at the end of a petition is in nearly the same words.
TO_BE_COMPARED = frozenset(
    {
        Sign.WORDS,
        Sign.SPAM_WORDS,
        Sign.LINKS,
        Sign.MANY_LINKS,
        Sign.NEW_HOST,
        Sign.NEW_HOSTS,
        Sign.TERMS,
    }
)


class ToBeRead(DecisionRefused):
    """Something in it has to be read before it is published, however many are alike."""


def needs_reading(evidence: object, *, read: object) -> bool:
    """Whether a comment with this evidence is to be read before it is published.

    `read` is the evidence of the one alike that has been read; empty where none was.
    """
    found = _signs(evidence)
    compared = {one for one in found if one[0] in TO_BE_COMPARED}
    return any(sign in TO_BE_READ for sign, _detail in found) or not compared <= _signs(read)


def unread(comments: CommentQuerySet, *, read: object) -> Iterator[int]:
    """The numbers of those of the comments that are to be read first."""
    found = comments.order_by().exclude(evidence=[]).values_list("pk", "evidence")
    for number, evidence in found.iterator():
        if needs_reading(evidence, read=read):
            yield number


def evidence_of(comment_id: int) -> object:
    """What was found in a comment; nothing in one that is gone."""
    return Comment.objects.filter(pk=comment_id).values_list("evidence", flat=True).first() or []


def _signs(evidence: object) -> set[tuple[str, str]]:
    rows = evidence if isinstance(evidence, list) else []
    known = (row for row in rows if isinstance(row, Mapping))
    # As text whatever they are: one broken row must not keep the whole queue from being read.
    return {(str(row.get("sign", "")), str(row.get("detail", ""))) for row in known}
