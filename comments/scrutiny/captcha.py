"""The captcha that the owner may have turned on: whoever did not pass it is read first."""

from comments import captcha
from comments.case import Case
from comments.models import Comment
from comments.spam import Evidence, Sign


def captcha_is_missing(case: Case) -> Evidence | None:
    """Not clicked, not passed, or its host did not answer in time: it holds, it never refuses.

    An edit is not asked again, for its address is a secret that no other host's script may read:
    it is as good as the comment that it changes.
    """
    sent = case.submission
    if sent.revises:
        is_missing = _was_missing(sent.revises)
    else:
        is_missing = captcha.is_missing(sent.sender.captcha_token)
    return Evidence(Sign.CAPTCHA) if is_missing else None


def _was_missing(comment_id: int) -> bool:
    rows = Comment.objects.values_list("evidence", flat=True).get(pk=comment_id)
    return any(row.get("sign") == Sign.CAPTCHA for row in rows)
