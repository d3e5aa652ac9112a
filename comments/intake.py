"""The one door by which comments come in: readers' after judgement, the staff's signed in."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments import effects, guards, judgement, receipts, rendering, spam_context
from comments.case import Case
from comments.judgement import Judgement
from comments.models import Comment, ModerationEvent, SenderKey
from comments.rules import Rules, rules_for
from comments.states import Action, CommentStatus, Reason
from comments.submission import Submission
from operations import day_keys


class AnswerRefused(Exception):
    """The comment that the staff wanted to answer is not public any more."""


def submit_comment(submission: Submission, *, page: Page, rules: Rules | None = None) -> Comment:
    """Store a comment with the status that the policy gives it, and return it.

    `page` is the commentable page of `submission.page_id`, `rules` those that held there when it
    was sent, if they are known already. A form sent twice returns the comment that it made the
    first time. Raises `SubmissionRefused` when a guard objects, or
    when the same form comes back with other words; then nothing is stored.
    """
    if earlier := _made_before(submission):
        return earlier
    case = Case(submission, page, rules or rules_for(page, now=submission.sent_at))
    failures = guards.refuse_or_pass(case)
    judged = judgement.judge(case, doubts=failures)
    try:
        with guards.refused_when_busy():
            return _store(case, judged)
    except IntegrityError:
        # The same form arrived twice at the same moment: the other one has made the comment.
        if earlier := _made_before(submission):
            return earlier
        raise


def answer_as_staff(words: str, *, to: Comment, signed: str, user: User) -> Comment:
    """Publish an answer of the staff below a public comment, and return it.

    `signed` is the name that readers see; the badge beside it comes from `user`, who is signed
    in. Raises `AnswerRefused` when the comment is not public any more.
    """
    rendered = rendering.render(words)
    with transaction.atomic():
        answered = Comment.objects.select_for_update(no_key=True).get(pk=to.pk)
        if answered.status != CommentStatus.PUBLISHED:
            raise AnswerRefused(to.pk)
        comment = Comment.objects.create(
            page_id=answered.page_id,
            parent=answered,
            root_id=answered.root_id or answered.pk,
            status=CommentStatus.PUBLISHED,
            author_name=signed,
            staff_author=user,
            body=words,
            body_html=rendered.html,
            body_digest=spam_context.body_digest(words),
            pipeline_version=rendering.PIPELINE_VERSION,
            created_at=timezone.now(),
        )
        _begin(comment, actor=user)
    return comment


def _made_before(submission: Submission) -> Comment | None:
    """The comment that this form made; a form that comes back with other words makes none."""
    earlier = Comment.objects.filter(submission_key=submission.key).first()
    if earlier and not _is_copy(submission, earlier):
        raise guards.SubmissionRefused(guards.FORM_USED_BEFORE)
    return earlier


def _is_copy(submission: Submission, earlier: Comment) -> bool:
    said = (submission.page_id, submission.parent_id, submission.author_name)
    same_place = said == (earlier.page_id, earlier.parent_id, earlier.author_name)
    return same_place and spam_context.body_digest(submission.body) == earlier.body_digest


def _store(case: Case, judged: Judgement) -> Comment:
    with transaction.atomic():
        comment = Comment.objects.create(
            **_what_was_sent(case.submission),
            status=judged.decision.status,
            body_html=case.rendered.html,
            writer=judged.writer,
            evidence=judged.evidence_rows,
            score=judged.assessment.score,
            verdict=judged.assessment.verdict,
            filter_version=judged.assessment.version,
        )
        _remember_sender(comment, case.submission)
        _begin(comment, reason=judged.decision.reason)
    return comment


def _begin(comment: Comment, *, reason: str = Reason.NONE, actor: User | None = None) -> None:
    """Begin the log of a new comment, and let follow what must; in the act's transaction."""
    event = ModerationEvent.objects.create(
        comment=comment,
        action=Action.SUBMIT,
        from_status="",
        to_status=comment.status,
        reason=reason,
        actor=actor,
        actor_number=actor.pk if actor else None,
        created_at=comment.created_at,
    )
    effects.record(event)
    transaction.on_commit(lambda: effects.wake(event), robust=True)


def _what_was_sent(submission: Submission) -> dict[str, Any]:  # Any: fields of several types
    answered = _answered(submission)
    return {
        "page_id": submission.page_id,
        "parent": answered,
        "root_id": (answered.root_id or answered.pk) if answered else None,
        "author_name": submission.author_name,
        "author_website": submission.author_website,
        "body": submission.body,
        "body_digest": spam_context.body_digest(submission.body),
        "pipeline_version": rendering.PIPELINE_VERSION,
        "submission_key": submission.key,
        "receipt_digest": receipts.digest(receipts.secret_for(submission.key)),
        "created_at": submission.sent_at,
    }


def _answered(submission: Submission) -> Comment | None:
    """Never a comment of another page, even if the guard that sees to that broke."""
    if submission.parent_id is None:
        return None
    return Comment.objects.filter(pk=submission.parent_id, page_id=submission.page_id).first()


def _remember_sender(comment: Comment, submission: Submission) -> None:
    if submission.sender.key:
        day = day_keys.day_of(submission.sent_at)
        SenderKey.objects.create(comment=comment, key=submission.sender.key, day=day)
