"""What the author of a comment does with it from its receipt: change it, while that is fair."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from comments import conf, guards, judgement, moderation, receipts, rendering, wordings
from comments.case import Case
from comments.judgement import Judgement
from comments.models import BodyFormat, Comment
from comments.rules import rules_for
from comments.states import CommentStatus
from comments.submission import Submission
from comments.wordings import NewWords


class EditRefused(Exception):
    """The comment may not be changed any more: it is too old, or was taken down."""


def may_be_edited(comment: Comment, *, now: datetime) -> bool:
    """Whether its author may still change it: for a quarter of an hour, or while it is held.

    What a filter binned counts as held, for its author is told so.
    """
    if not comment.body or comment.body_format != BodyFormat.MARKDOWN:
        return False
    if comment.status == CommentStatus.PUBLISHED:
        return now < comment.created_at + conf.EDIT_WINDOW
    return receipts.public_status(comment) == CommentStatus.PENDING


def revise(submission: Submission, *, page: Page) -> None:
    """Put other words in the place of a comment's, after the same checks as for a new one.

    Raises `SubmissionRefused` when a guard objects and `EditRefused` when it is too late.
    """
    case = Case(submission, page, rules_for(page, now=submission.sent_at))
    failures = guards.refuse_or_pass(case)
    judged = judgement.judge(case, doubts=failures)
    with guards.refused_when_busy(), transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True).get(pk=submission.revises)
        if not may_be_edited(comment, now=submission.sent_at):
            raise EditRefused
        _put(comment, _words(case, judged), judged, at=submission.sent_at)
        moderation.log_edit(comment.pk, judged.decision)


def _put(comment: Comment, words: NewWords, judged: Judgement, *, at: datetime) -> None:
    shows = comment.status == CommentStatus.PUBLISHED
    if shows and judged.decision.status != CommentStatus.PUBLISHED:
        wordings.propose(comment, words, at=at)
        return
    wordings.give_up_waiting(comment, at=at)
    wordings.keep_version(comment, at=at)
    wordings.put_words(comment, words, at=at)


def _words(case: Case, judged: Judgement) -> NewWords:
    return NewWords(
        body=case.submission.body,
        body_html=case.rendered.html,
        pipeline_version=rendering.PIPELINE_VERSION,
        evidence=judged.evidence_rows,
        score=judged.assessment.score,
        verdict=judged.assessment.verdict,
        filter_version=judged.assessment.version,
    )
