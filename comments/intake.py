"""The one door by which a reader's comment comes in."""

from dataclasses import asdict

from django.db import IntegrityError, transaction
from wagtail.models import Page

from comments import effects, guards, policy, receipts, rendering, spam, spam_context
from comments.models import Comment, CommentSettings, ModerationEvent
from comments.states import Action
from comments.submission import Submission


def submit_comment(submission: Submission, *, page: Page) -> Comment:
    """Store a comment with the status that the policy gives it, and return it.

    `page` is the commentable page of `submission.page_id`. A form sent twice returns the
    comment that it made the first time. Raises `SubmissionRefused` when a guard objects, or
    when the same form comes back with other words; then nothing is stored.
    """
    if earlier := _made_before(submission):
        return earlier
    if refusal := guards.first_refusal(submission, page):
        raise guards.SubmissionRefused(refusal)
    rendered = rendering.render(submission.body)
    assessment = spam.assess(submission, spam_context.gather(submission, rendered))
    decision = policy.decide(
        assessment,
        mode=CommentSettings.for_site(page.get_site()).moderation,
        is_sound=submission.is_origin_proven and not rendered.is_fallback,
    )
    try:
        return _store(submission, assessment, rendered, decision)
    except IntegrityError:
        # The same form arrived twice at the same moment: the other one has made the comment.
        if earlier := _made_before(submission):
            return earlier
        raise


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


def _store(
    submission: Submission,
    assessment: spam.Assessment,
    rendered: rendering.Rendered,
    decision: policy.Decision,
) -> Comment:
    with transaction.atomic():
        comment = Comment.objects.create(
            page_id=submission.page_id,
            parent_id=submission.parent_id,
            status=decision.status,
            author_name=submission.author_name,
            author_website=submission.author_website,
            body=submission.body,
            body_html=rendered.html,
            body_digest=spam_context.body_digest(submission.body),
            pipeline_version=rendering.PIPELINE_VERSION,
            evidence=[asdict(item) for item in assessment.evidence],
            score=assessment.score,
            submission_key=submission.key,
            receipt_digest=receipts.digest(receipts.secret_for(submission.key)),
            created_at=submission.sent_at,
        )
        event = ModerationEvent.objects.create(
            comment=comment,
            action=Action.SUBMIT,
            from_status="",
            to_status=decision.status,
            reason=decision.reason,
            created_at=submission.sent_at,
        )
        effects.record(event)
        transaction.on_commit(lambda: effects.wake(event), robust=True)
    return comment
