"""What is published only by somebody who has read it, however many are decided on together."""

from collections.abc import Iterator, Mapping

from django.db.models import Exists, OuterRef, Q

from comments.models import Comment, CommentQuerySet, ModerationEvent, Report
from comments.moderation.ruling import DecisionRefused
from comments.spam import Sign
from comments.states import Action, CommentStatus
from comments.urgency import REPORTED

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
    """The numbers of those of the comments that are to be read first.

    What readers reported is among them, whatever was found in it: of that no comment alike tells.
    """
    is_reported = Exists(Report.objects.open().filter(comment=OuterRef("pk"))) | Q(
        urgency__gte=REPORTED
    )
    found = comments.order_by().alias(is_reported=is_reported)
    yield from found.filter(is_reported=True).values_list("pk", flat=True).iterator()
    others = found.filter(is_reported=False).exclude(evidence=[]).values_list("pk", "evidence")
    for number, evidence in others.iterator():
        if needs_reading(evidence, read=read):
            yield number


def published_by(action: str, comments: CommentQuerySet) -> CommentQuerySet:
    """Those of the comments that readers may see once the decision was made on all of them.

    A restored one shows again only where it had shown. What an undo brings back had been there
    before, and somebody had decided so: it is none of these.
    """
    if action == Action.APPROVE:
        return comments
    if action == Action.RESTORE:
        public = ModerationEvent.objects.filter(
            comment=OuterRef("pk"), to_status=CommentStatus.PUBLISHED
        )
        return comments.filter(Exists(public))
    return comments.none()


def evidence_of(comment_id: int) -> object:
    """What was found in a comment; nothing in one that is gone."""
    return Comment.objects.filter(pk=comment_id).values_list("evidence", flat=True).first() or []


def _signs(evidence: object) -> set[tuple[str, str]]:
    rows = evidence if isinstance(evidence, list) else []
    known = (row for row in rows if isinstance(row, Mapping))
    # As text whatever they are: one broken row must not keep the whole queue from being read.
    return {(str(row.get("sign", "")), str(row.get("detail", ""))) for row in known}
