"""The private link by which a guest follows a comment: no account, no cookie, no address.

The secret is derived from the submission's own key, so that a form sent twice leads to the
same receipt; the database holds a digest only.
"""

import hashlib

from django.conf import settings
from django.utils.crypto import salted_hmac

from comments.models import Comment
from comments.states import CommentStatus

SALT = "comments.receipt"


def secret_for(submission_key: str) -> str:
    """The receipt's secret, 256 bits in hexadecimal, known to whoever sent the form."""
    return _derived(submission_key, settings.SECRET_KEY)


def secret_of(comment: Comment) -> str:
    """The secret of a comment's receipt, "" when it has none (imported, or by the staff).

    After SECRET_KEY has changed, the links that were given out still hold the old one.
    """
    key = comment.submission_key or ""
    for signing_key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = _derived(key, signing_key)
        if digest(secret) == comment.receipt_digest:
            return secret
    return ""


def digest(secret: str) -> str:
    """What the database keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find(secret: str) -> Comment | None:
    """The comment of a receipt, or None when there is no such secret."""
    comments = Comment.objects.select_related("page__locale")
    return comments.filter(receipt_digest=digest(secret)).first()


def public_status(comment: Comment) -> str:
    """The status as its author may know it.

    Until a person has decided, waiting and binned read the same, so that spammers learn nothing.
    """
    if comment.status == CommentStatus.SPAM and not comment.events.decided().exists():
        return CommentStatus.PENDING
    return comment.status


def _derived(submission_key: str, signing_key: str | bytes) -> str:
    return salted_hmac(SALT, submission_key, signing_key, algorithm="sha256").hexdigest()
