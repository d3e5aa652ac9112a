"""What readers report: anybody may ask for somebody to look at a comment.

A report never hides anything by itself, unless the owner has set after how many of them a
comment waits for a person. One address, or one IPv6 /64, counts once a day for a comment.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments import desk_log, guards, moderation, pace, receipts
from comments.blocks import Person
from comments.models import Comment, CommentSettings, DeskAct, Report, ReportState
from comments.submission import Sender
from operations import day_keys, limits

SALT = "comments.report"
SECRET_BYTES = 32
STRETCH = timedelta(hours=1)
SENDER_IS_REFUSED_AFTER = 10
PAGE_IS_REFUSED_AFTER = 100


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """Why a reader wants somebody to look, one of `ReportReason`, and in which words."""

    reason: str
    words: str = ""


class TooManyReports(Exception):
    """Nothing was stored; the same may be sent again after `retry_after_seconds`."""

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"again in {retry_after_seconds} seconds")
        self.retry_after_seconds = retry_after_seconds


class NotReportable(Exception):
    """The comment is not public, or not any more."""


def report(comment: Comment, complaint: Complaint, *, reporter: Sender, now: datetime) -> str:
    """Store a report and return the secret of its receipt. Call it outside a transaction.

    The second report of one reader on one day leads to the receipt of the first.
    Raises `TooManyReports` and `NotReportable`, and `SubmissionRefused` for whoever is banned.
    """
    guards.refuse_banned(Person(sender_key=reporter.own_key or ""), now=now)
    is_counted = _take_turn(comment, reporter)
    secret = _secret(comment, reporter)
    new = Report(
        comment=comment,
        reason=complaint.reason,
        words=complaint.words,
        reporter_key=reporter.own_key,
        is_proven=is_counted and reporter.is_origin_proven,
        receipt_digest=receipts.digest(secret),
        created_at=now,
    )
    with transaction.atomic():
        public = Comment.objects.select_for_update(no_key=True).published()
        locked = public.filter(pk=comment.pk).first()
        if locked is None:
            raise NotReportable(comment.pk)
        if not _is_known_already(new):
            _keep(new)
            _hold_if_enough(locked)
    return secret


def find(secret: str) -> Report | None:
    """The report of a receipt, or None when there is no such secret."""
    reports = Report.objects.select_related("comment__page__locale")
    return reports.filter(receipt_digest=receipts.digest(secret)).first()


def forget_reporters() -> None:
    """Empty the keys of days that are over (the newsroom's days); a job of the clock."""
    today_began_at = day_keys.midnight(day_keys.day_of(timezone.now()))
    kept = Report.objects.filter(reporter_key__isnull=False, created_at__lt=today_began_at)
    kept.update(reporter_key=None)


def _take_turn(comment: Comment, reporter: Sender) -> bool:
    """Whether the report may count; when nobody can count, it is stored and does not."""
    times = SENDER_IS_REFUSED_AFTER * (1 if reporter.own_key else pace.UNKNOWN_SENDERS)
    page = str(comment.page_id)
    try:
        allowance = limits.take(
            limits.Limit("reports of a sender", reporter.key, times, STRETCH),
            limits.Limit("reports on a page", page, PAGE_IS_REFUSED_AFTER, STRETCH),
        )
    except limits.LimiterUnavailable:
        return False
    if not allowance.is_allowed:
        raise TooManyReports(allowance.retry_after_seconds)
    return reporter.own_key is not None


def _secret(comment: Comment, reporter: Sender) -> str:
    """256 bits in hexadecimal; for one reader, comment and day the same."""
    if reporter.own_key is None:
        return secrets.token_hex(SECRET_BYTES)
    return salted_hmac(SALT, f"{comment.pk}:{reporter.own_key}", algorithm="sha256").hexdigest()


def _is_known_already(new: Report) -> bool:
    """Whether this reader has reported this comment today. The comment is locked: nobody races."""
    return Report.objects.filter(receipt_digest=new.receipt_digest).exists()


def _keep(new: Report) -> None:
    new.save()
    desk_log.record(
        DeskAct.REPORT,
        actor=None,
        subject=new.comment_id,
        reason=new.reason,
        is_proven=new.is_proven,
    )


def _hold_if_enough(comment: Comment) -> None:
    """Take the comment back into the queue if the owner wants that after so many reports."""
    needed = CommentSettings.for_site(comment.page.get_site()).reports_that_hold
    if not needed or _is_protected(comment):
        return
    counted = comment.reports.open().filter(is_proven=True, reporter_key__isnull=False)
    if counted.count() >= needed:
        moderation.hold_reported(comment.pk)


def _is_protected(comment: Comment) -> bool:
    """The newsroom's own answers, and what a moderator has let stand after a report."""
    if comment.staff_author_id or comment.is_post_author:
        return True
    return comment.reports.filter(state=ReportState.DISMISSED).exists()
