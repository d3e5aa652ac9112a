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
    comment that it made the first time. Raises `SubmissionRefused` when a guard objects;
    then nothing is stored.
    """
    if earlier := _made_before(submission.key):
        return earlier
    if refusal := guards.first_refusal(submission, page):
        raise guards.SubmissionRefused(refusal)
    assessment = spam.assess(submission, spam_context.gather(submission))
    rendered = rendering.render(submission.body)
    decision = policy.decide(
        assessment,
        mode=CommentSettings.for_site(page.get_site()).moderation,
        is_sound=submission.is_origin_proven and not rendered.is_fallback,
    )
    try:
        return _store(submission, assessment, rendered, decision)
    except IntegrityError:
        # The same form arrived twice at the same moment: the other one has made the comment.
        if earlier := _made_before(submission.key):
            return earlier
        raise


def _made_before(key: str) -> Comment | None:
    return Comment.objects.filter(submission_key=key).first()


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
